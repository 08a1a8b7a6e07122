/** What strace wrote down of a process, as the operations of a small file system. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** A file or folder, whatever it is called meanwhile. */
export type Inode = number
export interface Name {
  readonly name: string
  readonly inode: Inode
  readonly isFolder: boolean
}
export type Op =
  | { readonly kind: 'write'; readonly inode: Inode; readonly at: number; readonly data: Buffer }
  | { readonly kind: 'size'; readonly inode: Inode; readonly size: number }
  /** Entries of one folder, changed at once: a name that goes, a name that comes. */
  | { readonly kind: 'names'; readonly folder: Inode; readonly gone: string | null; readonly come: Name | null }
  /** Makes what was done to it before `before` last. */
  | { readonly kind: 'sync'; readonly inode: Inode; readonly before: number }
  | { readonly kind: 'say'; readonly text: string }

export interface Tree {
  readonly root: Inode
  readonly folders: Map<Inode, Map<string, Inode>>
  readonly files: Map<Inode, Buffer>
}
export interface Recording {
  readonly ops: readonly Op[]
  /** What the process itself saw in the end. */
  readonly end: Tree
  readonly writes: number
  readonly syncs: number
}

export const tracedCalls =
  'openat,open,close,write,pwrite64,writev,pwritev,ftruncate,truncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,copy_file_range,sendfile,dup,dup2,dup3'

const bytesOf = (text: string) => Buffer.from(text.replaceAll('\\x', ''), 'hex')
const textOf = (quoted: string) => bytesOf(quoted).toString()
const call = /^(\d+) +(?:<\.\.\. )?(\w+)(?: resumed>|\()(.*)$/s

/** Plays a trace over the tree as it was. `folder` is where its root lies. */
export async function readTrace(path: string, folder: string, begin: Tree): Promise<Recording> {
  const world = createWorld(folder, begin)
  const open = new Map<string, { text: string; ops: number }>()
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    const match = call.exec(line)
    if (!match) continue
    const [, thread = '', name = '', rest = ''] = match
    if (rest.endsWith('<unfinished ...>')) {
      open.set(`${thread} ${name}`, { text: rest.slice(0, -'<unfinished ...>'.length), ops: world.ops.length })
      continue
    }
    const begun = open.get(`${thread} ${name}`)
    open.delete(`${thread} ${name}`)
    const whole = (line.includes(' resumed>') ? (begun?.text ?? '') : '') + rest
    const result = /\) += (-?\d+)[^)]*$/.exec(whole)
    if (!result || Number(result[1]) < 0) continue
    world.take(name, whole.slice(0, result.index), Number(result[1]), begun?.ops ?? world.ops.length)
  }
  return { ops: world.ops, end: world.tree, writes: world.writes(), syncs: world.syncs() }
}

function createWorld(folder: string, begin: Tree) {
  const tree: Tree = {
    root: begin.root,
    folders: new Map([...begin.folders].map(([inode, names]) => [inode, new Map(names)])),
    files: new Map([...begin.files].map(([inode, data]) => [inode, Buffer.from(data)])),
  }
  const ops: Op[] = []
  const handles = new Map<number, { inode: Inode; at: number }>()
  let lastInode = Math.max(...tree.folders.keys(), ...tree.files.keys())
  let [writes, syncs] = [0, 0]

  const find = (path: string): { folder: Inode; name: string; inode: Inode | undefined } | null => {
    if (path === folder) return { folder: tree.root, name: '', inode: tree.root }
    if (!path.startsWith(`${folder}/`)) return null
    const parts = path.slice(folder.length + 1).split('/')
    const name = parts.pop() ?? ''
    let at = tree.root
    for (const part of parts) {
      const next = tree.folders.get(at)?.get(part)
      if (next === undefined) return null
      at = next
    }
    return { folder: at, name, inode: tree.folders.get(at)?.get(name) }
  }
  const names = (inFolder: Inode, gone: string | null, come: Name | null) => {
    ops.push({ kind: 'names', folder: inFolder, gone, come })
    const entries = tree.folders.get(inFolder)
    if (gone !== null) entries?.delete(gone)
    if (come) entries?.set(come.name, come.inode)
  }
  const resize = (inode: Inode, size: number) => {
    const now = tree.files.get(inode)
    if (!now || now.length === size) return
    ops.push({ kind: 'size', inode, size })
    tree.files.set(inode, sized(now, size))
  }
  const put = (inode: Inode, at: number, data: Buffer) => {
    writes += 1
    ops.push({ kind: 'write', inode, at, data })
    tree.files.set(inode, written(tree.files.get(inode) ?? Buffer.alloc(0), at, data))
  }
  const create = (inFolder: Inode, name: string, isFolder: boolean): Inode => {
    lastInode += 1
    if (isFolder) tree.folders.set(lastInode, new Map())
    else tree.files.set(lastInode, Buffer.alloc(0))
    names(inFolder, null, { name, inode: lastInode, isFolder })
    return lastInode
  }
  /** Bytes that one file gives another without passing through the process. */
  const copy = (from: number, offset: string, to: number, length: number) => {
    const [source, target] = [handles.get(from), handles.get(to)]
    if (!source || !target) return
    const given = /\d+/.exec(offset)?.[0]
    const start = given === undefined ? source.at : Number(given)
    put(
      target.inode,
      target.at,
      Buffer.from((tree.files.get(source.inode) ?? Buffer.alloc(0)).subarray(start, start + length)),
    )
    target.at += length
    if (given === undefined) source.at += length
  }

  const take = (name: string, text: string, result: number, before: number): void => {
    const quoted = [...text.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map((found) => found[1] ?? '')
    // The data of a write may be long: what stands outside the quotes is short.
    const parts = text.replaceAll(/"[^"]*"(\.\.\.)?/g, '""').split(', ')
    const fd = Number.parseInt(parts[0] ?? '', 10)
    const handle = handles.get(fd)
    switch (name) {
      case 'openat':
      case 'open': {
        handles.delete(result)
        const place = find(textOf(quoted[0] ?? ''))
        if (!place) return
        const existed = place.inode !== undefined
        if (!existed && !text.includes('O_CREAT')) return
        const inode = place.inode ?? create(place.folder, place.name, false)
        if (existed && text.includes('O_TRUNC')) resize(inode, 0)
        handles.set(result, { inode, at: 0 })
        return
      }
      case 'close':
        handles.delete(fd)
        return
      case 'write':
        if (fd === 1) ops.push({ kind: 'say', text: textOf(quoted[0] ?? '') })
        else if (handle) {
          put(handle.inode, handle.at, bytesOf(quoted[0] ?? '').subarray(0, result))
          handle.at += result
        }
        return
      case 'writev':
        if (fd === 1) ops.push({ kind: 'say', text: quoted.map(textOf).join('') })
        else if (handle) throw new Error('writev to a file is not read by this recorder')
        return
      case 'pwrite64':
        if (handle) put(handle.inode, Number(parts.at(-1)), bytesOf(quoted[0] ?? '').subarray(0, result))
        return
      case 'pwritev':
        if (handle) throw new Error('pwritev to a file is not read by this recorder')
        return
      case 'ftruncate':
        if (handle) resize(handle.inode, Number(parts[1]))
        return
      case 'fallocate': {
        const size = Number(parts[2]) + Number(parts[3])
        if (handle && size > (tree.files.get(handle.inode)?.length ?? 0)) resize(handle.inode, size)
        return
      }
      case 'fsync':
      case 'fdatasync':
        if (!handle) return
        syncs += 1
        ops.push({ kind: 'sync', inode: handle.inode, before })
        return
      case 'rename':
      case 'renameat':
      case 'renameat2': {
        const [from, to] = [find(textOf(quoted[0] ?? '')), find(textOf(quoted[1] ?? ''))]
        if (!from || !to || from.inode === undefined) return
        if (from.folder !== to.folder) throw new Error('A rename between folders is not read by this recorder')
        names(from.folder, from.name, { name: to.name, inode: from.inode, isFolder: tree.folders.has(from.inode) })
        return
      }
      case 'unlink':
      case 'unlinkat':
      case 'rmdir': {
        const place = find(textOf(quoted[0] ?? ''))
        if (place) names(place.folder, place.name, null)
        return
      }
      case 'mkdir':
      case 'mkdirat': {
        const place = find(textOf(quoted[0] ?? ''))
        if (place) create(place.folder, place.name, true)
        return
      }
      case 'copy_file_range':
        copy(fd, parts[1] ?? '', Number(parts[2]), result)
        return
      case 'sendfile':
        copy(Number(parts[1]), parts[2] ?? '', fd, result)
        return
      default:
        if (name.startsWith('dup') && handle) handles.set(result, handle)
    }
  }
  return { ops, tree, take, writes: () => writes, syncs: () => syncs }
}

export function sized(data: Buffer, size: number): Buffer {
  if (size <= data.length) return Buffer.from(data.subarray(0, size))
  return Buffer.concat([data, Buffer.alloc(size - data.length)])
}

export function written(data: Buffer, at: number, piece: Buffer): Buffer {
  const whole = at + piece.length > data.length ? sized(data, at + piece.length) : data
  piece.copy(whole, at)
  return whole
}

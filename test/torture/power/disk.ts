/** A disk that loses its power: what was synced is there, what was not is dropped, kept or torn. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Inode, type Op, sized, type Tree, written } from './trace.ts'

const sector = 512
export const lossKinds = ['dropped', 'kept', 'some', 'torn'] as const

/** A folder as it lies on the disk now. */
export function treeOf(folder: string): Tree {
  const tree: Tree = { root: 1, folders: new Map([[1, new Map()]]), files: new Map() }
  let last = 1
  const walk = (path: string, inode: Inode) => {
    for (const name of readdirSync(path)) {
      last += 1
      const own = last
      tree.folders.get(inode)?.set(name, own)
      if (statSync(join(path, name)).isDirectory()) {
        tree.folders.set(own, new Map())
        walk(join(path, name), own)
      } else tree.files.set(own, readFileSync(join(path, name)))
    }
  }
  walk(folder, 1)
  return tree
}

/** Lays a tree out in a folder that is emptied first. */
export function layOut(tree: Tree, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  const walk = (inode: Inode, path: string) => {
    mkdirSync(path, { recursive: true })
    for (const [name, own] of tree.folders.get(inode) ?? []) {
      const data = tree.files.get(own)
      if (data) writeFileSync(join(path, name), data)
      else walk(own, join(path, name))
    }
  }
  walk(tree.root, folder)
}

/** Path and bytes of every file. */
export function filesIn(tree: Tree): Map<string, Buffer> {
  const found = new Map<string, Buffer>()
  const walk = (inode: Inode, path: string) => {
    for (const [name, own] of tree.folders.get(inode) ?? []) {
      const data = tree.files.get(own)
      if (data) found.set(`${path}/${name}`, data)
      else walk(own, `${path}/${name}`)
    }
  }
  walk(tree.root, '')
  return found
}

export interface Disk {
  /** Goes on to just before the operation of this number. Only forwards. */
  goTo(op: number): void
  /** What may lie there if the power goes now. The tree is only read. */
  cut(loss: (typeof lossKinds)[number], random: () => number): Tree
  readonly said: () => readonly string[]
}

type Change = Exclude<Op, { kind: 'sync' | 'say' }>

/** Follows a recording. What is synced is settled; the rest waits, by file and by folder. */
export function createDisk(begin: Tree, ops: readonly Op[]): Disk {
  const folders = new Map([...begin.folders].map(([inode, names]) => [inode, new Map(names)]))
  const files = new Map([...begin.files].map(([inode, data]) => [inode, Buffer.from(data)]))
  const waiting = new Map<Inode, { number: number; op: Change }[]>()
  const said: string[] = []
  /** Files whose bytes are this disk's own to change. */
  const settled = new Set(files.keys())
  let at = 0
  return {
    said: () => said,
    goTo(op) {
      for (; at < op; at++) {
        const next = ops[at]
        if (!next) return
        if (next.kind === 'say') said.push(next.text)
        else if (next.kind === 'sync') {
          const own = waiting.get(next.inode) ?? []
          for (const { number, op: change } of own) if (number < next.before) apply(folders, files, change, settled)
          waiting.set(
            next.inode,
            own.filter(({ number }) => number >= next.before),
          )
        } else {
          const inode = next.kind === 'names' ? next.folder : next.inode
          const own = waiting.get(inode) ?? []
          own.push({ number: at, op: next })
          waiting.set(inode, own)
        }
      }
    },
    cut(loss, random) {
      const tree: Tree = {
        root: begin.root,
        folders: new Map([...folders].map(([inode, names]) => [inode, new Map(names)])),
        files: new Map(files),
      }
      // Bytes that this state has made its own; the others are shared with the settled ones.
      const mine = new Set<Inode>()
      const share = random()
      const ordered = random() < 0.7
      for (const own of waiting.values()) {
        // Journals of file systems keep the order of names; a disk need not keep that of data.
        const inOrder = own[0]?.op.kind === 'names' && ordered
        const upTo = Math.floor(random() * (own.length + 1))
        own.forEach(({ op }, index) => {
          if (loss === 'dropped') return
          if (loss === 'kept') apply(tree.folders, tree.files, op, mine)
          else if (inOrder ? index < upTo : random() < share) {
            if (loss === 'torn' && op.kind === 'write') tear(tree.files, op, random, mine)
            else apply(tree.folders, tree.files, op, mine)
          }
        })
      }
      return tree
    },
  }
}

function apply(folders: Tree['folders'], files: Tree['files'], op: Change, own: Set<Inode>): void {
  if (op.kind === 'names') {
    const entries = folders.get(op.folder) ?? new Map<string, Inode>()
    folders.set(op.folder, entries)
    if (op.gone !== null) entries.delete(op.gone)
    if (!op.come) return
    const { name, inode, isFolder } = op.come
    entries.set(name, inode)
    if (isFolder && !folders.has(inode)) folders.set(inode, new Map())
    if (!isFolder && !files.has(inode)) files.set(inode, Buffer.alloc(0))
    return
  }
  const now = files.get(op.inode) ?? Buffer.alloc(0)
  if (op.kind === 'size') files.set(op.inode, sized(now, op.size))
  else files.set(op.inode, written(own.has(op.inode) ? now : Buffer.from(now), op.at, op.data))
  own.add(op.inode)
}

/** A write of which only some sectors reached the disk. */
function tear(files: Tree['files'], op: Extract<Op, { kind: 'write' }>, random: () => number, own: Set<Inode>): void {
  for (let from = 0; from < op.data.length; ) {
    const to = Math.min(op.data.length, from + sector - ((op.at + from) % sector))
    const piece = { kind: 'write' as const, inode: op.inode, at: op.at + from, data: op.data.subarray(from, to) }
    if (random() < 0.5) apply(new Map(), files, piece, own)
    from = to
  }
}

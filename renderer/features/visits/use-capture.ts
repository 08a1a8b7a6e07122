/** What quick capture holds, keeps as a draft and saves: a visit, and the follow-up promised at it. */
import { useEffect, useRef, useState } from 'react'
import { useGo } from '#renderer/lib/navigation.ts'
import { useToasts } from '#renderer/lib/toasts.ts'
import { useCommand } from '#renderer/lib/use-command.ts'
import { useDraft } from '#renderer/lib/use-draft.ts'
import { today } from '#renderer/lib/use-format.ts'
import { useOperation } from '#renderer/lib/use-query.ts'
import { useT } from '#renderer/lib/use-t.ts'
import { useUndo } from '#renderer/lib/use-undo.ts'
import type { Problem } from '#shared/contract/problem.ts'
import { addDays } from '#shared/domain/days.ts'
import type { Visit } from '#shared/domain/records/visit.ts'

export type Capture = {
  companyId: string | null
  /** The chosen company's name, or what is typed: the name of a new one. */
  companyName: string
  visitedOn: string | null
  notes: string
  type: Visit['type']
  flags: Visit['flags']
  asDraft: boolean
  followUp: string
  theme: Visit['themes'][number]
  ownerId: string | null
  dueOn: string | null
  /** Set where the visit was saved and its follow-up refused: saving again saves the follow-up alone. */
  savedVisitId: string | null
}
const followUpDays = 14

function emptyCapture(): Capture {
  return {
    companyId: null,
    companyName: '',
    visitedOn: today(),
    notes: '',
    type: 'companyVisit',
    flags: [],
    asDraft: false,
    followUp: '',
    theme: 'other',
    ownerId: null,
    dueOn: addDays(today(), followUpDays),
    savedVisitId: null,
  }
}

/** `startCompanyId`: the company that the user was looking at. `onSaved` closes the dialog. */
export function useCapture(startCompanyId: string | null, onSaved: () => void) {
  const t = useT()
  const go = useGo()
  const toasts = useToasts()
  const { undo } = useUndo()
  const log = useCommand('visits.log')
  const addFollowUp = useCommand('followUps.add')
  const workspace = useOperation('workspace.current', {})
  const chooseMe = useCommand('preferences.choose')
  const [chosenMe, setChosenMe] = useState<string | null>(null)
  const [capture, setCapture] = useState(emptyCapture)
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [dayReadable, setDayReadable] = useState(true)
  /** Counts the times that the fields were filled from outside, so that the company's field starts anew with them. */
  const [filled, setFilled] = useState(0)
  const latest = useRef(capture)
  const saving = useRef(false)
  const stamps = useRef<string[]>([])

  const put = (next: Capture) => {
    latest.current = next
    setCapture(next)
  }
  const draft = useDraft<Capture>('capture', (kept, savedAt) => {
    put({ ...emptyCapture(), ...kept })
    setFilled((times) => times + 1)
    setRestoredAt(savedAt)
  })
  /** Changes what is held, and keeps it. */
  function set(changes: Partial<Capture>): void {
    put({ ...latest.current, ...changes })
    draft.keep(latest.current)
  }

  const start = useOperation('companies.open', { id: startCompanyId ?? '' }, { enabled: startCompanyId !== null })
  const startCompany = start.data?.company
  useEffect(() => {
    // Only an untouched dialog takes it: what was typed or restored goes first.
    if (!startCompany || latest.current.companyName !== '') return
    const next = { ...latest.current, companyId: startCompany.id, companyName: startCompany.name }
    latest.current = next
    setCapture(next)
  }, [startCompany])

  const me = chosenMe ?? workspace.data?.me?.id ?? null
  const required = t('problems.field.required')
  const missing = {
    company: capture.companyName.trim() === '' ? required : undefined,
    visitedOn: !dayReadable
      ? t('problems.field.notADay', { example: '2026-12-31' })
      : capture.visitedOn === null
        ? required
        : undefined,
    me: workspace.data && me === null ? t('problems.field.ownParticipantMissing') : undefined,
    dueOn: capture.followUp.trim() !== '' && capture.dueOn === null ? required : undefined,
  }

  async function save(): Promise<void> {
    setTried(true)
    const now = latest.current
    if (saving.current || Object.values(missing).some(Boolean) || !me || !now.visitedOn) return
    saving.current = true
    await write(now, me, now.visitedOn).finally(() => {
      saving.current = false
    })
  }
  async function write(now: Capture, me: string, visitedOn: string): Promise<void> {
    let visitId = now.savedVisitId
    if (!visitId) {
      const logged = await log.run({
        companyId: now.companyId,
        newCompanyName: now.companyId ? null : now.companyName.trim(),
        visitedOn,
        type: now.type,
        flags: now.flags,
        notes: now.notes,
        ourParticipantIds: [me],
        draft: now.asDraft,
      })
      if (!logged.ok) return
      visitId = logged.value.id
      if (logged.change) stamps.current.push(logged.change)
    }
    if (now.followUp.trim() !== '' && now.dueOn) {
      const added = await addFollowUp.run({
        visitId,
        description: now.followUp.trim(),
        theme: now.theme,
        ownerId: now.ownerId ?? me,
        dueOn: now.dueOn,
      })
      if (!added.ok) return set({ savedVisitId: visitId })
      if (added.change) stamps.current.push(added.change)
    }
    draft.discard()
    announce(visitId, now.companyName.trim())
    onSaved()
  }
  function announce(visitId: string, company: string): void {
    const made = [...stamps.current].reverse()
    toasts.show({
      text: t('visits.capture.saved', { company }),
      action: {
        label: t('common.undo'),
        // The follow-up goes before the visit that it points to.
        run: () => void made.reduce((before, stamp) => before.then(() => undo(stamp)), Promise.resolve()),
      },
      second: { label: t('visits.capture.openVisit'), run: () => go('visits', visitId) },
    })
  }

  return {
    capture,
    set,
    save,
    busy: log.busy || addFollowUp.busy,
    me,
    chooseMe: (id: string | null) => {
      setChosenMe(id)
      if (id) void chooseMe.run({ me: id })
    },
    /** True while nobody is chosen to sit here: then the dialog asks. */
    asksWho: workspace.data !== undefined && workspace.data?.me === null,
    country: workspace.data?.partnership.country ?? 'NO',
    setDayReadable,
    filled,
    restoredAt,
    /** Throws away what was brought back. */
    discard: () => {
      draft.discard()
      put(emptyCapture())
      setFilled((times) => times + 1)
      setRestoredAt(null)
      setTried(false)
      log.reset()
      addFollowUp.reset()
    },
    problems: {
      company: log.field('newCompanyName') ?? log.field('companyId') ?? (tried ? missing.company : undefined),
      visitedOn: log.field('visitedOn') ?? (tried ? missing.visitedOn : undefined),
      notes: log.field('notes'),
      me: log.field('ourParticipantIds') ?? (tried ? missing.me : undefined),
      followUp: addFollowUp.field('description'),
      dueOn: addFollowUp.field('dueOn') ?? (tried ? missing.dueOn : undefined),
      owner: addFollowUp.field('ownerId'),
    },
    /** What no field of the dialog shows. */
    visitProblem: unplaced(log.problem, ['newCompanyName', 'companyId', 'visitedOn', 'notes', 'ourParticipantIds']),
    followUpProblem: unplaced(addFollowUp.problem, ['description', 'dueOn', 'ownerId']),
  }
}

/** The problem, unless each of its fields is one that shows its own. */
function unplaced(problem: Problem | null, shown: readonly string[]): Problem | null {
  const fields = Object.keys(problem?.fields ?? {})
  return fields.length > 0 && fields.every((field) => shown.includes(field)) ? null : problem
}
export type CaptureState = ReturnType<typeof useCapture>

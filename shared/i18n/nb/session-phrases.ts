/** Standard phrases that come with Fyr, in the language of the minutes. `[[so]]` is a gap, jumped to with Tab. */
export const sessionPhrases = {
  opened: { name: 'Møtet åpnet', text: 'Møteleder åpnet møtet kl. [[tid]] og ønsket velkommen.' },
  callApproved: {
    name: 'Innkalling og saksliste godkjent',
    text: 'Innkalling og saksliste ble godkjent uten merknader.',
  },
  previousApproved: {
    name: 'Forrige protokoll godkjent',
    text: 'Protokollen fra møtet [[dato]] ble godkjent.',
  },
  presented: { name: 'Orientering gitt', text: '[[Navn]] orienterte om [[tema]].' },
  noted: { name: 'Tatt til orientering', text: 'Orienteringen ble tatt til orientering.' },
  debated: { name: 'Saken drøftet', text: 'Saken ble drøftet. Det kom fram at [[hovedpunkt]].' },
  disqualified: {
    name: 'Inhabilitet',
    text: '[[Navn]] meldte fra om mulig inhabilitet, fratrådte og deltok ikke i behandlingen.',
  },
  proposed: { name: 'Forslag fremsatt', text: '[[Navn]] fremsatte forslag om [[forslag]].' },
  asProposed: { name: 'Som innstillingen', text: 'Innstillingen ble enstemmig vedtatt.' },
  postponed: { name: 'Saken utsatt', text: 'Saken ble utsatt til [[møte]] fordi [[grunn]].' },
  closedDoors: {
    name: 'Møtet lukket',
    text: 'Møtet ble lukket kl. [[tid]] med hjemmel i [[lovbestemmelse]].',
  },
  adjourned: { name: 'Møtet hevet', text: 'Møtet ble hevet kl. [[tid]].' },
}

/**
 * Words that Porter's stemmer puts together though they mean different things: each line is a family of its own, by its first
 * word. Forms of one word that the stemmer joins anyway need no line; the line with the other meaning does.
 */
const families = `
add adds added adding
adhere adheres adhered adhering
author authors authored
authority authorities
authorize authorizes authorized authorizing authorization authorise authorises authorised authorising authorisation
busy busier busily
communicate communicates communicated communicating communication communications
community communities
consist consists consisted consisting
contention
conversation conversations conversational
critic critics
custom customs
customer customers
customize customizes customized customizing customization customise customised customisation
engineer engineers engineered engineering
evening evenings
even evens evened
experiment experiments experimented experimenting experimental experimentation
experience experiences experienced experiencing
general generally
generate generates generated generating generation generations generator generators
generative
generic generically
handful handfuls
important importance importantly
initial initially
initiative initiatives
integrity
late
lateness
likely
locale locales
news
normalize normalizes normalized normalizing normalization normalise normalises normalised normalising normalisation
objection objections
objective objectives objectively
object objects
organic organically
organization organizations organisational organizational organisation organisations
paste pastes pasted pasting
person persons
personal personally
personalize personalizes personalized personalizing personalization personalise personalises personalised personalising personalisation
police policing
positive positively positives
position positions positioned positioning
product products
production productions
productive productively productivity
range ranges ranged ranging
responsible responsibly responsibility responsibilities
response responses
responsive responsiveness
sever severed severing
severe severely severity
several
temporary temporarily
university universities
universal universally
validate validates validated validating validation validations validator
`;

/** By word: what it is compared by in place of its stem. */
export const ownStems: ReadonlyMap<string, string> = new Map(
  families
    .trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.split(' ');
      return words.map((word) => [word, `${words[0]}~`] as const);
    }),
);

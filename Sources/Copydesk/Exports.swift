// `import Copydesk` is all that a user of the library writes: the facts, the text that they point into and what a record
// tells of its source come along.
@_exported public import CopydeskFacts
@_exported public import CopydeskIntake
@_exported public import CopydeskText

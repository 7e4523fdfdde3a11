// `import Copydesk` is all that a user of the library writes: the facts and the text that they point into come along.
@_exported public import CopydeskFacts
@_exported public import CopydeskText

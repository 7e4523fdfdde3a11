"""`python -m copydesk` is the command."""
from ._binary import main

main()

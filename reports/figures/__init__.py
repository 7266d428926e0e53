"""The figures of METRICS in words: each a few short lines that a resident can follow."""

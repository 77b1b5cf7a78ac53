"""Running the stages: own processes, a cache of what was read, and tables published all together."""

/**
 * LevelDB maps every open file into memory. It keeps at least 64 files open (and ten for itself), so with files of 1
 * MiB a store maps at most 64 MiB, however much is in it.
 */
export const levelLimits = { maxOpenFiles: 74, maxFileSize: 1024 * 1024 } as const;

/**
 * LevelDB maps every file that it holds open into memory. It holds 64 at least (and ten for itself), so files of 1 MiB bound what a store maps at
 * 64 MiB, however much is in it.
 */
export const levelLimits = { maxOpenFiles: 74, maxFileSize: 1024 * 1024 } as const;

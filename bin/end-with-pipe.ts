// Imported by tools that print much. When the reader closes the pipe (`| head`), the tool ends as if killed by SIGPIPE,
// never with a code that would mean "passed".
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(128 + 13);
});

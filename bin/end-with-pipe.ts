// Imported by tools that print much: a reader who has seen enough (`| head`) closes the pipe, and the tool ends as one that
// SIGPIPE killed, never with a code that would mean "passed".
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(128 + 13);
});

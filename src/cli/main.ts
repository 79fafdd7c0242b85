// The entry: what needs nothing is answered at once, everything else is loaded when it is asked for.
const args = process.argv.slice(2);

if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${process.env.ANTESALA_VERSION ?? 'development'}\n`);
} else {
  const { run } = await import('./run.js');
  process.exitCode = await run(args);
}

package tacit.runtime.launcher;

/** Lists the verbs. */
final class Help implements Verb {

    static final String TEXT = """
            Tacit watches what AI agents do, finds what keeps failing, and judges changes by recorded work.

              up [--sample] [--port N] [--otlp-port N]      starts the host: API 7717, OTLP 4318, this machine only
              learn PATH… [--format F] [--json]             imports traces and reports what keeps failing
              learn --formats                               the formats that can be read
              compare BASELINE CANDIDATE… [--format F] [--alpha A] [--budget PERCENT] [--json|--junit|--markdown]
                                                            judges batches of runs: exit 0 PASS, 1 FAIL, 2 INCONCLUSIVE
              context --task TEXT [--explain] [--workspace W] [--user U] [--audience private|group|public]
                                                            what an agent would be told before a task, and why
              recall TEXT [--explain] [--workspace W] [--user U] [--audience private|group|public]
                                                            what was said, done or remembered about it
              connect claude-code|codex [--dry-run] [--home DIR|--project DIR] [--user U]
                                                            has a coding agent tell Tacit what it does and ask it for context
              disconnect claude-code|codex                  takes back exactly what connect wrote
              export --sft FILE|--preference FILE [--workspace W] [--user U] [--from TIME] [--min-source S] [--json]
                                                            runs whose users allow it, as data to train models with
              sign JAR --key NAME.key [--role ROLE|*] [--not-after DAY]
                                                            vouches for a bundle; sign --new-key NAME.key makes the key
              shell ["COMMAND"]                             the Felix shell of the running host; alone, line by line
              backup FILE                                   copies store, ledger and files, also while the host runs
              restore FILE [--force] [--store hsqldb|FILE]  puts a copy into an empty data directory
              mcp [--url URL] [--token-file FILE]           serves an MCP client on its input and output
              status [--json]                               what the host is doing
              doctor [--json]                               what this machine lacks, and the mend
              bench NAME [--input PATH] [--json]            measures: see docs/benchmarks.md
              fit-ranker [--input FILE…] --out FILE         fits how recalled items are put into order
              test                                          builds and runs every test

            Each takes --data DIR, the data directory (default ~/.tacit); VERB --help prints its usage.
            Exit code 3 means that the verb could not do its work.
            """;

    private final Surroundings surroundings;

    Help(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int run(Invocation invocation) {
        surroundings.out().print(TEXT);
        return OK;
    }
}

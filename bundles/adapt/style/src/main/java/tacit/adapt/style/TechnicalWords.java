package tacit.adapt.style;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/** Words that people use who know the subject. */
final class TechnicalWords {

    private static final int SHORTEST = 20;
    private static final int FEWEST = 2;
    private static final double DENSE = 0.12;
    private static final String APART = " \t\r\n\f.,;:!?()[]{}<>\"'`/\\|=+*&^%$#@~-_";

    private static final Set<String> WORDS = Set.of(
            "api",
            "sdk",
            "cli",
            "sql",
            "http",
            "https",
            "json",
            "xml",
            "yaml",
            "css",
            "html",
            "jwt",
            "oauth",
            "ssl",
            "tls",
            "function",
            "class",
            "interface",
            "module",
            "import",
            "export",
            "async",
            "await",
            "promise",
            "deploy",
            "deployment",
            "compile",
            "compiler",
            "runtime",
            "debug",
            "debugger",
            "stack",
            "heap",
            "thread",
            "mutex",
            "semaphore",
            "docker",
            "kubernetes",
            "terraform",
            "ansible",
            "nginx",
            "redis",
            "postgres",
            "postgresql",
            "mongo",
            "mongodb",
            "kafka",
            "algorithm",
            "complexity",
            "recursion",
            "iteration",
            "binary",
            "hash",
            "tree",
            "graph",
            "schema",
            "endpoint",
            "middleware",
            "container",
            "cluster",
            "latency",
            "cache",
            "regex",
            "webhook",
            "namespace",
            "classpath",
            "bytecode",
            "concurrency",
            "idempotent",
            "serialization");

    private TechnicalWords() {}

    /** Whether a text has several of them, and few others beside them. */
    static boolean fill(String text) {
        if (text.length() < SHORTEST) {
            return false;
        }
        int all = 0;
        int technical = 0;
        Set<String> different = new HashSet<>();
        StringTokenizer words = new StringTokenizer(text.toLowerCase(Locale.ROOT), APART);
        while (words.hasMoreTokens()) {
            String word = single(words.nextToken());
            all++;
            if (WORDS.contains(word)) {
                technical++;
                different.add(word);
            }
        }
        return different.size() >= FEWEST && technical >= DENSE * all;
    }

    private static String single(String word) {
        boolean many = word.length() > 3 && word.endsWith("s") && !WORDS.contains(word);
        return many ? word.substring(0, word.length() - 1) : word;
    }
}

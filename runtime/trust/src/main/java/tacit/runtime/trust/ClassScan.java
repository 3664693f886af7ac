package tacit.runtime.trust;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tacit.runtime.trust.jar.BundleManifest;
import tacit.runtime.trust.jar.CalledMethods;
import tacit.runtime.trust.jar.OpenJar;
import tacit.runtime.trust.jar.UnreadableJarException;

/**
 * Looks for calls that a passive provider has no use for. A signal and not a boundary: reflection goes round it, and a class
 * may name a method that it never calls.
 */
final class ClassScan {

    private static final int MOST_NAMED = 10;
    private static final Map<Pattern, String> FORBIDDEN = forbidden();

    private final SortedSet<String> findings = new TreeSet<>();

    private ClassScan() {}

    /** One sentence for each kind of thing that a class does and should not, the first few of them. */
    static List<String> refusals(OpenJar jar, BundleManifest manifest) throws UnreadableJarException {
        ClassScan scan = new ClassScan();
        scan.look(jar, "");
        for (String part : manifest.classPath()) {
            if (!part.equals(".") && !part.endsWith("/")) {
                scan.lookInto(jar, part);
            }
        }
        List<String> named =
                new ArrayList<>(scan.findings.stream().limit(MOST_NAMED).toList());
        if (scan.findings.size() > MOST_NAMED) {
            named.add("There are " + (scan.findings.size() - MOST_NAMED) + " more such calls");
        }
        return named;
    }

    private void lookInto(OpenJar jar, String part) throws UnreadableJarException {
        try (OpenJar nested = jar.nested(part)) {
            if (nested != null) {
                look(nested, " in '" + part + "'");
            }
        }
    }

    private void look(OpenJar jar, String where) throws UnreadableJarException {
        for (String name : jar.names("", ".class")) {
            for (String method : CalledMethods.of(name, jar.type(name))) {
                FORBIDDEN.forEach((calls, words) -> {
                    if (calls.matcher(method).matches()) {
                        findings.add("Class " + name.replaceAll("\\.class$", "").replace('/', '.') + where + " " + words
                                + " (" + method.replace('/', '.') + ")");
                    }
                });
            }
        }
    }

    private static Map<Pattern, String> forbidden() {
        String threads = "starts threads: a provider is passive, the host calls it";
        String process = "starts a program";
        String end = "ends the process of the host";
        String code = "loads native code, which cannot be loaded a second time";
        Map<Pattern, String> forbidden = new LinkedHashMap<>();
        forbidden.put(calls("java/lang/Thread", "<init>|ofVirtual|ofPlatform|startVirtualThread"), threads);
        forbidden.put(calls("java/util/Timer", "<init>"), threads);
        forbidden.put(calls("java/util/concurrent/Executors", ".*"), threads);
        forbidden.put(
                calls("java/util/concurrent/(Scheduled)?ThreadPoolExecutor|java/util/concurrent/ForkJoinPool", ".*"),
                threads);
        forbidden.put(
                calls("java/util/concurrent/CompletableFuture", ".*Async|delayedExecutor|completeOnTimeout|orTimeout"),
                threads);
        forbidden.put(calls("java/util/concurrent/CompletionStage", ".*Async"), threads);
        forbidden.put(calls("java/lang/ref/Cleaner", "create"), threads);
        forbidden.put(calls("java/lang/System", "exit"), end);
        forbidden.put(calls("java/lang/Runtime", "exit|halt"), end);
        forbidden.put(calls("java/lang/Runtime", "addShutdownHook"), "keeps a thread for the end of the host");
        forbidden.put(calls("java/lang/Runtime", "exec"), process);
        forbidden.put(calls("java/lang/ProcessBuilder", ".*"), process);
        forbidden.put(calls("java/lang/(System|Runtime)", "load|loadLibrary"), code);
        return forbidden;
    }

    private static Pattern calls(String owner, String methods) {
        return Pattern.compile("(" + owner + ")\\.(" + methods + ")");
    }
}

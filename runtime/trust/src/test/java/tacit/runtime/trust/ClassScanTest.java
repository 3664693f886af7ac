package tacit.runtime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.trust.BundleTrust.Moment;
import tacit.api.trust.Examination;

class ClassScanTest {

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new Thread(() -> {}).start(); | starts threads | java.lang.Thread.<init>",
                "new Thread() { public void run() {} }.start(); | starts threads | java.lang.Thread.<init>",
                "class Own extends Thread {} new Own().start(); | starts threads | java.lang.Thread.<init>",
                "java.util.function.Function<Runnable, Thread> f = Thread::new; f.apply(null); | starts threads | Thread.<init>",
                "new java.util.Timer(true); | starts threads | java.util.Timer.<init>",
                "java.util.concurrent.Executors.newCachedThreadPool(); | starts threads | Executors.newCachedThreadPool",
                "new java.util.concurrent.ScheduledThreadPoolExecutor(1); | starts threads | ScheduledThreadPoolExecutor",
                "java.util.concurrent.ForkJoinPool.commonPool(); | starts threads | ForkJoinPool.commonPool",
                "java.util.concurrent.CompletableFuture.runAsync(() -> {}); | starts threads | CompletableFuture.runAsync",
                "new java.util.concurrent.CompletableFuture<String>().thenRunAsync(() -> {}); | starts threads | thenRunAsync",
                "java.lang.ref.Cleaner.create(); | starts threads | java.lang.ref.Cleaner.create",
                "System.exit(1); | ends the process | java.lang.System.exit",
                "Runtime.getRuntime().halt(1); | ends the process | java.lang.Runtime.halt",
                "java.util.function.IntConsumer end = System::exit; end.accept(1); | ends the process | System.exit",
                "Runnable end = () -> Runtime.getRuntime().exit(1); end.run(); | ends the process | Runtime.exit",
                "Runtime.getRuntime().addShutdownHook(null); | keeps a thread | Runtime.addShutdownHook",
                "try { Runtime.getRuntime().exec(\"ls\"); } catch (Exception e) {} | starts a program | Runtime.exec",
                "new ProcessBuilder(\"ls\"); | starts a program | java.lang.ProcessBuilder.<init>",
                "System.loadLibrary(\"hen\"); | loads native code | java.lang.System.loadLibrary",
                "Runtime.getRuntime().load(\"/hen.so\"); | loads native code | java.lang.Runtime.load"
            })
    void refusesWhatAPassiveProviderHasNoUseFor(String body, String words, String method) {
        Examination examination = examine(Jars.doing(body + " return message;").bytes(), "refuse");

        assertThat(examination.trusted()).isFalse();
        assertThat(examination.refusals()).anySatisfy(refusal -> assertThat(refusal)
                .startsWith("Class hen.Templates")
                .contains(words)
                .contains(method));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread.currentThread().getName();",
                "Thread.onSpinWait();",
                "System.nanoTime();",
                "Runtime.getRuntime().availableProcessors();",
                "java.util.concurrent.CompletableFuture.completedFuture(1).thenApply(x -> x + 1);",
                "new java.util.concurrent.ConcurrentHashMap<String, Long>().put(\"a\", 5_000_000_000L);",
                "Object o = 1.5 + 2.5f; switch (message) { case \"a\" -> o = null; default -> {} }"
            })
    void allowsWhatAPassiveProviderDoes(String body) {
        assertThat(examine(Jars.doing(body + " return message;").bytes(), "refuse")
                        .refusals())
                .isEmpty();
    }

    @Test
    void looksIntoEveryJarOfTheClassPath() {
        byte[] inner = Jars.doing("System.exit(1); return message;").bytes();
        byte[] outer = Zips.with(
                Jars.sound()
                        .header("Bundle-ClassPath", ".,lib/inner.bin,lib/,absent.jar")
                        .bytes(),
                "lib/inner.bin",
                inner);

        assertThat(examine(outer, "refuse").refusals())
                .containsExactly("Class hen.Templates in 'lib/inner.bin' ends the process of the host"
                        + " (java.lang.System.exit)");
    }

    @Test
    void looksAtClassesForOtherVersionsOfJava() {
        byte[] jar = Zips.with(
                Jars.sound().bytes(),
                "META-INF/versions/21/hen/Templates.class",
                classFile("System.exit(1); return message;"));

        assertThat(examine(jar, "refuse").refusals()).singleElement().asString().contains("System.exit");
    }

    @Test
    void refusesAClassThatIsNone() {
        byte[] jar = Zips.with(Jars.sound().bytes(), "hen/Egg.class", "an egg".getBytes(StandardCharsets.UTF_8));

        assertThat(examine(jar, "refuse").refusals())
                .singleElement()
                .asString()
                .contains("'hen/Egg.class' is not a class file");
    }

    @Test
    void refusesAClassPathWithAJarThatIsNone() {
        byte[] jar = Zips.with(
                Jars.sound().header("Bundle-ClassPath", ".,lib.jar").bytes(), "lib.jar", new byte[] {1, 2, 3, 4});

        assertThat(examine(jar, "refuse").refusals()).singleElement().asString().contains("It is not a jar");
    }

    @Test
    void namesTheFirstFewOfMany() {
        StringBuilder classes = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            classes.append("class C").append(i).append(" { void end() { System.exit(1); } }\n");
        }

        List<String> refusals = examine(Jars.doing(classes + "return message;").bytes(), "refuse")
                .refusals();

        assertThat(refusals).hasSize(11);
        assertThat(refusals.get(10)).isEqualTo("There are 20 more such calls");
    }

    @Test
    void looksAtNothingWhereTheOperatorSaysSo() {
        assertThat(examine(Jars.doing("System.exit(1); return message;").bytes(), "off")
                        .trusted())
                .isTrue();
    }

    private Examination examine(byte[] jar, String classes) {
        return new PolicyTrust(Clock.systemUTC(), FixedConfig.in(data).withClasses(classes))
                .examine(jar, null, Moment.ACTIVATION);
    }

    private static byte[] classFile(String body) {
        Map<String, byte[]> entries = Zips.entries(Jars.doing(body).bytes());
        return entries.get("hen/Templates.class");
    }
}

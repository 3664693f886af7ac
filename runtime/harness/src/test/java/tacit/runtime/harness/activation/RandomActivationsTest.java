package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.generation.ActivationReport;
import tacit.api.harness.HarnessView;
import tacit.api.learn.FailureTemplates;

/** Whoever looks sees exactly one generation, whatever is activated meanwhile. */
final class RandomActivationsTest {

    private static final int ACTIVATIONS = Integer.getInteger("tacit.activations", 60);
    private static final List<String> ROLES = List.of("one", "two", "three", "four");
    private static final List<String> MOODS =
            List.of("throws at start", "throws at activation", "throws", "moody", "throws when live");

    private final Random random = new Random(42);
    private final Map<Long, String> words = new ConcurrentHashMap<>();
    private final AtomicReference<String> torn = new AtomicReference<>();
    private final AtomicBoolean ended = new AtomicBoolean();

    @Test
    void showsTheOldOrTheNewGenerationAndNothingBetween(@TempDir Path folder) throws InterruptedException {
        try (TestHost host = new TestHost(folder)) {
            ROLES.forEach(role -> host.ship(role + ".jar", Samples.answering(role, "0")));
            host.boot();
            words.put(1L, "0000");
            List<Thread> readers = readers(host);

            for (int i = 1; i <= ACTIVATIONS; i++) {
                activate(host, i);
            }

            ended.set(true);
            for (Thread reader : readers) {
                reader.join();
            }
            assertThat(torn.get()).isNull();
            assertThat(host.harness.alarms()).isEmpty();
        }
    }

    /** One to four bundles, of which one is bad every other time. */
    private void activate(TestHost host, int number) {
        List<String> roles = new ArrayList<>(ROLES);
        Collections.shuffle(roles, random);
        roles = roles.subList(0, 1 + random.nextInt(ROLES.size()));
        int bad = random.nextBoolean() ? random.nextInt(roles.size()) : -1;
        String mood = MOODS.get(random.nextInt(MOODS.size()));
        TreeMap<String, String> next = new TreeMap<>(live(host));
        Map<String, byte[]> jars = new TreeMap<>();
        for (int i = 0; i < roles.size(); i++) {
            String word = String.valueOf((char) ('a' + number % 26));
            jars.put(
                    roles.get(i),
                    Samples.moody(roles.get(i), word, i == bad ? mood : "fine").bytes());
            next.put(roles.get(i), word);
        }
        String before = String.join("", live(host).values());
        long generation = host.ledger.nextNumber();
        words.put(generation, String.join("", next.values()));

        ActivationReport report = host.activate(jars);

        assertThat(report.succeeded()).isEqualTo(bad < 0);
        assertThat(String.join("", live(host).values())).isEqualTo(bad < 0 ? String.join("", next.values()) : before);
    }

    private static SortedMap<String, String> live(TestHost host) {
        SortedMap<String, String> live = new TreeMap<>();
        ROLES.forEach(role -> live.put(role, host.ask(role)));
        return live;
    }

    private List<Thread> readers(TestHost host) {
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread reader = new Thread(() -> read(host));
            readers.add(reader);
            reader.start();
        }
        return readers;
    }

    private void read(TestHost host) {
        while (!ended.get()) {
            try (HarnessView view = host.harness.view()) {
                StringBuilder seen = new StringBuilder();
                for (String role : new TreeMap<>(Map.of("one", 1, "two", 2, "three", 3, "four", 4)).keySet()) {
                    seen.append(answer(view, role));
                }
                check(view.generation(), seen.toString());
            } catch (RuntimeException e) {
                torn.compareAndSet(null, String.valueOf(e));
            }
        }
    }

    /** A bundle that fails when it is live does so to whoever asks it then. */
    private static String answer(HarnessView view, String role) {
        try {
            return view.provider(role, FailureTemplates.class).template("file 17 is missing", null);
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage()).equals("it was all right before") ? "!" : e.toString();
        }
    }

    private void check(long generation, String seen) {
        String wanted = words.getOrDefault(generation, "");
        boolean same = seen.length() == wanted.length();
        for (int i = 0; same && i < seen.length(); i++) {
            same = seen.charAt(i) == '!' || seen.charAt(i) == wanted.charAt(i);
        }
        if (!same) {
            torn.compareAndSet(null, "generation " + generation + " is " + wanted + " and showed " + seen);
        }
    }
}

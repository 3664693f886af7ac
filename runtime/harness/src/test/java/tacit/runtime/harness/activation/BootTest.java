package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Generation;
import tacit.api.generation.LedgerEntry;

final class BootTest {

    private TestHost host;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        host = new TestHost(folder).ship("one.jar", Samples.answering("one", "first"));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void makesTheFirstGenerationOfWhatTheImageShips() {
        host.ship("two.jar", Samples.answering("two", "second")).boot();

        Generation first = host.harness.active().orElseThrow();
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.createdBy()).isEqualTo("tacit");
        assertThat(first.reason()).isEqualTo("shipped with the image");
        assertThat(host.askFacade("one") + host.askFacade("two")).isEqualTo("firstsecond");
        assertThat(host.audit.entries).hasSize(1);
        assertThat(host.harness.alarms()).isEmpty();
    }

    @Test
    void leavesOutAShippedBundleThatFails() {
        host.ship("two.jar", Samples.moody("two", "bad", "throws at start").bytes());
        host.ship("three.jar", new byte[] {1, 2, 3}).boot();

        assertThat(host.harness.active().orElseThrow().roles().keySet()).containsExactly("one");
        assertThat(host.harness.alarms())
                .anyMatch(alarm -> alarm.contains("sample.two") && alarm.contains("no mood to start"))
                .anyMatch(alarm -> alarm.contains("three.jar"));
        assertThat(host.askFacade("one")).isEqualTo("first");
    }

    @Test
    void publishesFacadesWithoutAnyProvider(@TempDir Path empty) {
        host.close();
        host = new TestHost(empty).boot();

        assertThat(host.harness.active()).isEmpty();
        assertThat(host.facade("one")).isNotNull();
        assertThat(host.ledger.entries()).isEmpty();
    }

    @Test
    void startsWhatTheLedgerNamesAndNotWhatTheImageShips() {
        host.boot();
        host.activate(
                Map.of("one", Samples.answering("one", "second")), Map.of(Samples.pid("one"), Map.of("prefix", "my ")));
        host.halt().ship("one.jar", Samples.answering("one", "newer")).boot();

        assertThat(host.askFacade("one")).isEqualTo("my second");
        assertThat(host.harness.active().orElseThrow().number()).isEqualTo(2);
        assertThat(host.ledger.entries()).hasSize(2);
    }

    @Test
    void addsARoleThatIsNewInTheImage() {
        host.boot().halt();

        host.ship("two.jar", Samples.answering("two", "added")).boot();

        assertThat(host.askFacade("one") + host.askFacade("two")).isEqualTo("firstadded");
        assertThat(host.harness.active().orElseThrow().parent()).isEqualTo(1);
    }

    @Test
    void doesNotBringBackARoleThatWasRemoved() {
        host.ship("two.jar", Samples.answering("two", "second")).boot();
        host.harness.activate(
                new ActivationRequest(new TreeMap<>(), Set.of("two"), new TreeMap<>(), "ada", "no more", null));

        host.halt().boot();

        assertThat(host.harness.active().orElseThrow().roles().keySet()).containsExactly("one");
    }

    @Test
    void goesBackToTheLastGoodGenerationWhenAJarWasAltered() throws IOException {
        host.boot();
        host.activate(Map.of("one", Samples.answering("one", "second")));
        alter(2);

        host.halt().boot();

        assertThat(host.askFacade("one")).isEqualTo("first");
        LedgerEntry last = host.ledger.entries().get(2);
        assertThat(last.act()).isEqualTo(LedgerEntry.Act.RECOVERED);
        assertThat(last.generation().number()).isEqualTo(1);
        assertThat(last.reason()).contains("generation 2 failed at READ of 'one'");
        assertThat(host.harness.alarms()).anyMatch(alarm -> alarm.startsWith("Generation 1 decides instead"));
    }

    @Test
    void tellsItsAlarmsToTheHost() throws IOException {
        host.boot();
        alter(1);
        host.halt().boot();

        List<?> alarms = host.felix.services(Supplier.class, "(tacit.entry=alarms)").stream()
                .flatMap(supplier -> ((List<?>) supplier.get()).stream())
                .toList();

        assertThat(alarms).hasSize(1).allMatch(alarm -> alarm.toString().contains("stays down until one is activated"));
    }

    @Test
    void staysDownWhenNoGenerationStartsAndSaysSo() throws IOException {
        host.boot();
        host.activate(Map.of("one", Samples.answering("one", "second")));
        alter(1);
        alter(2);

        host.halt().boot();

        assertThat(host.harness.active()).isEmpty();
        assertThat(host.named()).isEqualTo(2);
        assertThat(host.facade("one")).isNotNull();
        assertThat(host.harness.alarms()).anyMatch(alarm -> alarm.startsWith("No generation decides"));
    }

    @Test
    void comesUpAgainByAnActivation() throws IOException {
        host.boot();
        alter(1);
        host.halt().boot();

        host.activate(Map.of("one", Samples.answering("one", "repaired")));

        assertThat(host.askFacade("one")).isEqualTo("repaired");
        assertThat(host.harness.alarms()).isEmpty();
    }

    @Test
    void triesThreeGenerationsAtMost() throws IOException {
        host.boot();
        for (String word : List.of("second", "third", "fourth")) {
            host.activate(Map.of("one", Samples.answering("one", word)));
        }
        alter(2);
        alter(3);
        alter(4);

        host.halt().boot();

        assertThat(host.harness.active()).isEmpty();
        assertThat(host.harness.rollBack(Optional.of(1L), "ada", "by hand").active())
                .isEqualTo(1);
        assertThat(host.askFacade("one")).isEqualTo("first");
    }

    @Test
    void givesUpAGenerationThatEndedTheHostThreeTimes() throws IOException {
        host.boot();
        host.activate(Map.of("one", Samples.answering("one", "second")));
        host.halt();

        starting("2 2\n");
        host.boot();
        assertThat(host.harness.active().orElseThrow().number()).isEqualTo(2);
        assertThat(host.data.resolve("ledger/starting")).doesNotExist();

        host.halt();
        starting("2 3\n");
        host.boot();
        assertThat(host.askFacade("one")).isEqualTo("first");
        assertThat(host.harness.alarms()).anyMatch(alarm -> alarm.contains("ended the host 3 times"));
        assertThat(host.data.resolve("ledger/starting")).doesNotExist();
    }

    @Test
    void staysDownWhenTheLastGoodOneEndsTheHostToo() throws IOException {
        host.boot();
        host.activate(Map.of("one", Samples.answering("one", "second")));
        host.activate(Map.of("one", Samples.answering("one", "third")));
        host.halt();

        starting("3 3\n2 3\n");
        host.boot();

        assertThat(host.harness.active()).isEmpty();
        assertThat(host.harness.alarms()).anyMatch(alarm -> alarm.contains("stays down"));
    }

    @Test
    void leavesNewBundlesOutThatEndedTheHostThreeTimes() throws IOException {
        host.boot().halt();
        host.ship("two.jar", Samples.answering("two", "deadly"));
        starting("2 3\n");

        for (int start = 0; start < 2; start++) {
            host.boot();

            assertThat(host.harness.active().orElseThrow().roles().keySet()).containsExactly("one");
            assertThat(host.harness.alarms()).anyMatch(alarm -> alarm.contains("and stay out: two"));
            host.halt();
        }
    }

    @Test
    void takesTheHighestOfSeveralVersionsInTheImage() {
        host.ship("a.jar", versioned("1.10.0"))
                .ship("b.jar", versioned("1.9.0"))
                .boot();

        assertThat(host.askFacade("two")).isEqualTo("1.10.0");
        assertThat(host.harness.alarms()).anyMatch(alarm -> alarm.contains("several bundles for role 'two'"));
    }

    private static byte[] versioned(String version) {
        return Samples.moody("two", version, "fine")
                .header("Bundle-Version", version)
                .bytes();
    }

    @Test
    void saysNothingOfAShippedBundleWhoseRoleIsPinned() {
        host.boot().halt();

        host.ship(
                        "one.jar",
                        Samples.moody("one", "newer", "fine")
                                .header("Export-Package", "a")
                                .bytes())
                .boot();

        assertThat(host.harness.alarms()).isEmpty();
        assertThat(host.askFacade("one")).isEqualTo("first");
    }

    private void starting(String text) throws IOException {
        Files.writeString(host.data.resolve("ledger/starting"), text);
    }

    private void alter(long generation) throws IOException {
        String hash =
                host.ledger.find(generation).orElseThrow().roles().get("one").sha256();
        try (Stream<Path> files = Files.walk(host.data.resolve("store"))) {
            Path file = files.filter(path -> path.endsWith(hash + ".jar"))
                    .findFirst()
                    .orElseThrow();
            byte[] jar = Files.readAllBytes(file);
            jar[jar.length / 2] ^= 1;
            Files.write(file, jar);
        }
    }
}

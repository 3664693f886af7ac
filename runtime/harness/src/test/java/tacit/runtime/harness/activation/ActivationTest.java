package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.access.AuditEntry;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.Generation;
import tacit.api.generation.StepResult;

final class ActivationTest {

    private static final String PID = Samples.pid("one");

    private TestHost host;

    @BeforeEach
    void start(@TempDir Path folder) {
        host = new TestHost(folder)
                .ship("one.jar", Samples.answering("one", "old"))
                .ship("two.jar", Samples.answering("two", "old"))
                .boot();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void takesEveryStepInOrder() {
        ActivationReport report = host.activate(Map.of("one", Samples.answering("one", "new")));

        assertThat(report.steps()).extracting(StepResult::step).containsExactly(ActivationStep.values());
        assertThat(report.steps()).allMatch(StepResult::passed);
        assertThat(report.before()).isEqualTo(1);
        assertThat(report.active()).isEqualTo(2);
        assertThat(host.askFacade("one")).isEqualTo("new");
        assertThat(host.askFacade("two")).isEqualTo("old");
    }

    @Test
    void makesAGenerationThatTheLedgerNames() {
        host.activate(Map.of("one", Samples.answering("one", "new")));

        Generation live = host.harness.active().orElseThrow();
        assertThat(live).isEqualTo(host.ledger.active().orElseThrow());
        assertThat(live.parent()).isEqualTo(1);
        assertThat(live.createdBy()).isEqualTo("ada");
        assertThat(live.roles().keySet()).containsExactly("one", "two");
        assertThat(host.harness.diff(1, 2).roles())
                .extracting(change -> change.role())
                .containsExactly("one");
    }

    @Test
    void writesWhoAnswersForWhichHashBeforeTheEffect() {
        byte[] jar = Samples.answering("one", "new");

        host.activate(Map.of("one", jar), Map.of(PID, Map.of("prefix", "secret ")));

        AuditEntry entry = host.audit.entries.get(host.audit.entries.size() - 1);
        assertThat(entry.actor()).isEqualTo("ada");
        assertThat(entry.action()).isEqualTo("generation.activate");
        assertThat(entry.subject()).isEqualTo("2");
        assertThat(entry.details())
                .isEqualTo(
                        Map.of("role one", "sample.one 1.0.0 " + host.artifacts.put(jar), "settings " + PID, "prefix"));
    }

    @Test
    void changesNothingWhenItCannotBeAudited() {
        host.audit.broken = true;

        ActivationReport report = host.activate(Map.of("one", Samples.answering("one", "new")));

        assertThat(report.failure().orElseThrow().step()).isEqualTo(ActivationStep.COMMIT);
        assertThat(host.named()).isEqualTo(1);
        assertThat(host.ask("one")).isEqualTo("old");
    }

    @Test
    void activatesSettingsAlone() {
        ActivationReport report = host.activate(Map.of(), Map.of(PID, Map.of("prefix", "very ")));

        assertThat(report.failure()).isEmpty();
        assertThat(host.askFacade("one")).isEqualTo("very old");
        assertThat(host.harness.diff(1, 2).settings())
                .extracting(change -> change.key() + "=" + change.after())
                .containsExactly("prefix=very ");
    }

    @Test
    void bringsTheDefaultsBack() {
        host.activate(Map.of(), Map.of(PID, Map.of("prefix", "very ")));

        host.activate(Map.of(), Map.of(PID, Map.of()));

        assertThat(host.askFacade("one")).isEqualTo("old");
        assertThat(host.harness.active().orElseThrow().configurations()).isEmpty();
    }

    @Test
    void keepsTheSettingsOfABundleForItsNextVersion() {
        host.activate(Map.of(), Map.of(PID, Map.of("prefix", "very ")));

        host.activate(Map.of("one", Samples.answering("one", "new")));

        assertThat(host.askFacade("one")).isEqualTo("very new");
    }

    @Test
    void neverLetsSettingsForEverybodyReachASlot() {
        host.felix.configure(PID, Map.of("prefix", "smuggled "));

        host.activate(Map.of("one", Samples.answering("one", "new")));

        assertThat(host.askFacade("one")).isEqualTo("new");
    }

    @Test
    void activatesSeveralBundlesTogetherOrNotAtAll() {
        ActivationReport refused = host.activate(Map.of(
                "one",
                Samples.answering("one", "new"),
                "two",
                Samples.moody("two", "bad", "throws").bytes()));

        assertThat(refused.failure().orElseThrow().subject()).isEqualTo("two");
        assertThat(host.ask("one") + host.ask("two")).isEqualTo("oldold");

        host.activate(Map.of("one", Samples.answering("one", "new"), "two", Samples.answering("two", "new")));

        assertThat(host.ask("one") + host.ask("two")).isEqualTo("newnew");
    }

    @Test
    void addsAndRemovesARoleOfAFamily() {
        host.activate(Map.of("several/x", Samples.answering("several/x", "x")));
        assertThat(host.askFacade("several/x")).isEqualTo("x");

        ActivationReport report = host.harness.activate(
                new ActivationRequest(new TreeMap<>(), Set.of("several/x"), new TreeMap<>(), "ada", "no more", null));

        assertThat(report.failure()).isEmpty();
        assertThat(host.harness.active().orElseThrow().roles()).doesNotContainKey("several/x");
        assertThat(host.felix.services(Object.class, "(tacit.facade=several/x)"))
                .isEmpty();
    }

    @Test
    void asksWhatTheRoleWasAskedOfLateWithoutRepeatingIt() {
        host.harness.bindDecisions(new ListDecisions().with("one", "[\"a private matter\",null]", "\"old\"", 0));

        ActivationReport report = host.activate(
                Map.of("one", Samples.moody("one", "new", "throws on private").bytes()));

        assertThat(report.failure().orElseThrow().step()).isEqualTo(ActivationStep.PROBE);
        assertThat(report.failure().orElseThrow().detail())
                .contains("recorded question 'template(String,String)'", "IllegalArgumentException")
                .doesNotContain("private");
    }

    @Test
    void asksNoLongerWhatALogKnewThatWent() {
        ListDecisions log = new ListDecisions().with("one", "[\"a private matter\",null]", "\"old\"", 0);
        host.harness.bindDecisions(log);
        host.harness.unbindDecisions(log);

        assertThat(host.activate(Map.of(
                                "one",
                                Samples.moody("one", "new", "throws on private").bytes()))
                        .failure())
                .isEmpty();
    }

    @Test
    void asksTheSameQuestionAtTheSameTime() {
        ActivationReport report = host.activate(Map.of("one", Samples.tellingTheTime("one")));

        assertThat(report.failure()).isEmpty();
        assertThat(host.harness.drill(2, "ada").failedCalls()).isZero();
    }

    @Test
    void goesBackByItselfWhenTheLiveRoleFails() {
        ActivationReport report = host.activate(
                Map.of("one", Samples.moody("one", "bad", "throws when live").bytes()));

        StepResult failure = report.failure().orElseThrow();
        assertThat(failure.step()).isEqualTo(ActivationStep.HEALTH);
        assertThat(failure.detail()).contains("it was all right before", "generation 1 decides again");
        assertThat(report.active()).isEqualTo(1);
        assertThat(host.named()).isEqualTo(1);
        assertThat(host.askFacade("one")).isEqualTo("old");
        assertThat(host.ledger.nextNumber()).isEqualTo(3);
    }

    @Test
    void refusesWhatWouldChangeNothing() {
        ActivationReport report = host.activate(Map.of("one", Samples.answering("one", "old")));

        assertThat(report.failure().orElseThrow().detail()).contains("nothing would change");
        assertThat(host.ledger.nextNumber()).isEqualTo(2);
    }

    @Test
    void refusesAJarThatTheStoreDoesNotHave() {
        ActivationReport report = host.harness.activate(new ActivationRequest(
                new TreeMap<>(Map.of("one", "a".repeat(64), "two", "nonsense")),
                Set.of(),
                new TreeMap<>(),
                "ada",
                "a test",
                null));

        assertThat(report.failure().orElseThrow().step()).isEqualTo(ActivationStep.READ);
        assertThat(report.failure().orElseThrow().detail()).contains("the store has no jar", "aaaa");
    }

    @ParameterizedTest
    @CsvSource({
        "five, no bundle declares a role 'five'",
        "several, must have a name of its own",
        "one/more, takes no name"
    })
    void refusesARoleThatNobodyDeclares(String role, String words) {
        ActivationReport report = host.activate(Map.of(role, Samples.answering(role, "new")));

        assertThat(report.failure().orElseThrow().step()).isEqualTo(ActivationStep.TRUST);
        assertThat(report.failure().orElseThrow().detail()).contains(words);
    }

    @Test
    void refusesToRemoveARoleThatIsNotThere() {
        ActivationReport report = host.harness.activate(
                new ActivationRequest(new TreeMap<>(), Set.of("four"), new TreeMap<>(), "ada", "a test", null));

        assertThat(report.failure().orElseThrow().detail()).contains("role 'four' is not there");
    }

    @ParameterizedTest
    @CsvSource({
        "sample.Settings.one, colour, red, has no setting 'colour'",
        "sample.Settings.one, limit, many, must be an Integer",
        "sample.Nobody, prefix, x, no bundle of the generation has settings"
    })
    void refusesSettingsThatNoBundleKnows(String pid, String key, String value, String words) {
        ActivationReport report = host.activate(Map.of(), Map.of(pid, Map.of(key, value)));

        assertThat(report.failure().orElseThrow().step()).isEqualTo(ActivationStep.SLOT);
        assertThat(report.failure().orElseThrow().detail()).contains(words);
        assertThat(host.named()).isEqualTo(1);
    }
}

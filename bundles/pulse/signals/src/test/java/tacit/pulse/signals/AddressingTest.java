package tacit.pulse.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.pulse.signals.Ledger.draft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Signals;
import tacit.api.pulse.Urgency;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.EachDatabase;

class AddressingTest {

    private static final SignalDraft TO_ALL =
            SignalDraft.of("home", SignalFamily.MEMORY_DRIFT, SignalSource.AWARENESS, "Facts disagree");

    @EachDatabase
    void sg12TellsEachProfileThatIsEnabledAndInterested(Database database) {
        Ledger ledger = new Ledger(database);
        ledger.signals.interest("p2", EnumSet.of(SignalFamily.MENTIONS), "operator");

        assertThat(ledger.tell(TO_ALL).signals()).extracting(Signal::profileId).containsExactly("p1");
        ledger.signals.interest("p2", EnumSet.allOf(SignalFamily.class), "operator");
        assertThat(ledger.tell(TO_ALL).signals()).extracting(Signal::profileId).containsExactlyInAnyOrder("p1", "p2");
        assertThat(ledger.audit.entries).extracting("action").containsOnly("signal.interest");
    }

    @EachDatabase
    void tellsAllWorkspacesWhenNoneIsNamed(Database database) {
        Ledger ledger = new Ledger(database);
        SignalDraft everywhere = new SignalDraft(
                null,
                null,
                SignalFamily.MAINTENANCE,
                SignalSource.CRON,
                null,
                null,
                "f",
                null,
                "Look",
                List.of(),
                Map.of(),
                null);

        assertThat(ledger.tell(everywhere).signals())
                .extracting(Signal::profileId)
                .containsExactlyInAnyOrder("p1", "p2", "p3");
        assertThat(ledger.open()).extracting(Signal::workspaceId).containsOnlyNulls();
    }

    @EachDatabase
    void sg12AnswersThatNobodyHears(Database database) {
        Ledger ledger = new Ledger(database);
        ledger.signals.interest("p1", Set.of(), "operator");
        ledger.signals.interest("p2", Set.of(), "operator");

        assertThat(ledger.tell(TO_ALL).signals()).isEmpty();
        assertThat(ledger.tell(draft("told by name")).signals()).hasSize(1);
        assertThat(ledger.signals.interests("p1")).isEmpty();
        assertThat(ledger.signals.interests("p3")).hasSize(SignalFamily.values().length);
        assertThatIllegalArgumentException().isThrownBy(() -> ledger.signals.interest("nobody", Set.of(), "operator"));
    }

    @EachDatabase
    void keepsNoSecret(Database database) {
        Ledger ledger = new Ledger(database);
        String secret = "ghp_0123456789abcdefghijABCDEFGHIJ012345";

        Signal signal = ledger.one(draft("token " + secret)
                .withFingerprint("f-" + secret)
                .withPayload(Map.of("password", "tulip", "note", "see " + secret)));

        assertThat(signal.toString()).doesNotContain("0123456789abcdefghij").doesNotContain("tulip");
    }

    @EachDatabase
    void refusesTextsThatAreTooLong(Database database) {
        Ledger ledger = new Ledger(database);
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 65; i++) {
            many.add("trace:" + i);
        }

        assertThat(ledger.one(draft("x".repeat(5000))).reason()).hasSize(1000).endsWith("…");
        assertThat(ledger.one(draft("a").withFingerprint("y".repeat(300))).fingerprint())
                .hasSize(40);
        assertThatIllegalArgumentException().isThrownBy(() -> ledger.tell(draft("x".repeat(20_001))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.tell(draft("a").withEvidence(many)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.tell(draft("a").withPayload(Map.of("k", "v".repeat(4001)))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.tell(draft("a").withEvidence(List.of("a\nb"))));
    }

    @EachDatabase
    void sg13CallsFollowersOfNewAndStrongerSignals(Database database) throws Exception {
        Ledger ledger = new Ledger(database);
        List<String> heard = new ArrayList<>();
        AutoCloseable broken = ledger.signals.follow(signal -> {
            throw new IllegalStateException("broken");
        });
        AutoCloseable following = ledger.signals.follow(signal -> heard.add(
                signal.reason() + " " + ledger.signals.find(signal.id()).isPresent()));

        ledger.tell(draft("a").withUrgency(Urgency.LOW, .3));
        ledger.tell(draft("a").withUrgency(Urgency.LOW, .3));
        ledger.tell(draft("a").withUrgency(Urgency.HIGH, .3));
        following.close();
        broken.close();
        ledger.tell(draft("b"));

        assertThat(heard).containsExactly("a true", "a true");
    }

    @EachDatabase
    void sg14DropsWhatEndedLongAgo(Database database) {
        Ledger ledger = new Ledger(database);
        Signal consumed = ledger.one(draft("a"));
        ledger.tell(draft("b"));
        ledger.signals.consume(List.of(consumed), "run-1");
        ledger.clock.pass(Duration.ofDays(1));
        Signal fresh = ledger.one(draft("c"));

        assertThat(ledger.signals.prune(ledger.now().minus(Duration.ofHours(23))))
                .isEqualTo(1);
        assertThat(ledger.signals.prune(ledger.now())).isEqualTo(1);
        assertThat(ledger.signals
                        .list(Signals.Filter.ALL, PageRequest.first(10))
                        .rows())
                .containsExactly(fresh);
    }

    @EachDatabase
    void sg14DropsByItselfAfterItsRetention(Database database) {
        Ledger ledger = new Ledger(database);
        ledger.settings.with("home", CoreSetting.SIGNALS_KEPT, "2");
        Signal old = ledger.one(draft("a"));
        ledger.signals.consume(List.of(old), "run-1");

        ledger.clock.pass(Duration.ofDays(3));
        ledger.tell(draft("b"));

        assertThat(ledger.signals.find(old.id())).isEmpty();
    }

    @EachDatabase
    void keepsInEachWorkspaceAsLongAsThatWants(Database database) {
        Ledger ledger = new Ledger(database);
        ledger.settings.with("home", CoreSetting.SIGNALS_KEPT, "2").with("other", CoreSetting.SIGNALS_KEPT, "40");
        Signal home = ledger.one(draft("a"));
        Signal other = ledger.one(SignalDraft.of("other", SignalFamily.MENTIONS, SignalSource.API, "c")
                .forProfile("p3"));
        ledger.signals.consume(List.of(home), "run-1");
        ledger.signals.consume(List.of(other), "run-1");

        ledger.clock.pass(Duration.ofDays(3));
        ledger.tell(draft("b"));
        assertThat(ledger.signals.find(home.id())).isEmpty();
        assertThat(ledger.signals.find(other.id())).isPresent();

        ledger.clock.pass(Duration.ofDays(38));
        ledger.tell(draft("b"));
        assertThat(ledger.signals.find(other.id())).isEmpty();
    }

    @EachDatabase
    void listsByWhatIsWantedTheNewestFirst(Database database) {
        Ledger ledger = new Ledger(database);
        Signal one = ledger.one(draft("a"));
        ledger.clock.pass(Duration.ofSeconds(1));
        Signal two = ledger.one(draft("b").forProfile("p2"));
        ledger.clock.pass(Duration.ofSeconds(1));
        Signal three = ledger.one(SignalDraft.of("other", SignalFamily.MENTIONS, SignalSource.API, "c")
                .forProfile("p3"));
        ledger.signals.consume(List.of(one), "run-1");

        assertThat(list(ledger, null, null, null)).containsExactly(three.id(), two.id(), one.id());
        assertThat(list(ledger, "home", null, null)).containsExactly(two.id(), one.id());
        assertThat(list(ledger, "home", null, Signals.State.OPEN)).containsExactly(two.id());
        assertThat(list(ledger, null, SignalFamily.MENTIONS, null)).containsExactly(three.id());
        ledger.clock.pass(Duration.ofDays(1));
        assertThat(list(ledger, null, null, Signals.State.OPEN)).isEmpty();
        assertThat(list(ledger, null, null, Signals.State.EXPIRED)).containsExactly(three.id(), two.id());
    }

    private static List<String> list(
            Ledger ledger, @Nullable String workspace, @Nullable SignalFamily family, Signals.@Nullable State state) {
        return ledger
                .signals
                .list(new Signals.Filter(null, workspace, family, state), PageRequest.first(10))
                .rows()
                .stream()
                .map(Signal::id)
                .toList();
    }

    @EachDatabase
    void refusesSettingsOutOfBounds(Database database) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ledger(database, Map.of("family_limit", 0)))
                .withMessageStartingWith("family.limit must be in [1, 10000]");
        assertThatIllegalArgumentException().isThrownBy(() -> new Ledger(database, Map.of("family_limit", 10_001)));
    }
}

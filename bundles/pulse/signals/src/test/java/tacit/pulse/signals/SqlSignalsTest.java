package tacit.pulse.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.pulse.signals.Ledger.draft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Signals.Receipt;
import tacit.api.pulse.Urgency;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

class SqlSignalsTest {

    @EachDatabase
    void sg01TakesTheFingerprintFromWhatIsSaid(Database database) {
        Ledger ledger = new Ledger(database);
        ledger.profiles.add("agent", "home", true);
        SignalDraft everywhere = new SignalDraft(
                null,
                "agent",
                SignalFamily.AWARENESS_SIGNAL,
                SignalSource.HOOK,
                null,
                null,
                null,
                null,
                "Files changed",
                List.of(),
                Map.of(),
                null);

        assertThat(ledger.one(everywhere).fingerprint())
                .isEqualTo(Fingerprint.of(
                        "role-agent",
                        null,
                        SignalFamily.AWARENESS_SIGNAL,
                        SignalSource.HOOK,
                        "Files changed",
                        Map.of()));
        assertThat(ledger.one(everywhere).mergedCount()).isEqualTo(2);
    }

    @EachDatabase
    void sg02MergesWhatHasTheSameFingerprint(Database database) {
        Ledger ledger = new Ledger(database);
        ledger.tell(draft("a").withFingerprint("f").withUrgency(Urgency.LOW, .4));

        Receipt receipt = ledger.tell(draft("a").withFingerprint("f").withUrgency(Urgency.LOW, .7));

        assertThat(receipt.merged()).isEqualTo(1);
        assertThat(ledger.open()).singleElement().satisfies(signal -> {
            assertThat(signal.mergedCount()).isEqualTo(2);
            assertThat(signal.confidence()).isEqualTo(.7);
            assertThat(signal).isEqualTo(receipt.signals().get(0));
        });
    }

    @EachDatabase
    void sg03OnlyRaisesTheUrgency(Database database) {
        Ledger ledger = new Ledger(database);
        ledger.tell(draft("a").withFingerprint("f").withUrgency(Urgency.LOW, .4));

        assertThat(ledger.one(draft("a").withFingerprint("f").withUrgency(Urgency.CRITICAL, .1))
                        .urgency())
                .isEqualTo(Urgency.CRITICAL);
        assertThat(ledger.one(draft("a").withFingerprint("f").withUrgency(Urgency.HIGH, .1))
                        .urgency())
                .isEqualTo(Urgency.CRITICAL);
    }

    @EachDatabase
    void sg04ClampsConfidencesOfNewAndMergedSignals(Database database) {
        Ledger ledger = new Ledger(database);

        assertThat(ledger.one(draft("a").withUrgency(Urgency.LOW, 2.5)).confidence())
                .isEqualTo(1);
        assertThat(ledger.one(draft("b").withUrgency(Urgency.LOW, -1)).confidence())
                .isZero();
        assertThat(ledger.one(draft("b").withUrgency(Urgency.LOW, 7)).confidence())
                .isEqualTo(1);
        assertThat(ledger.one(draft("c")).confidence()).isEqualTo(.5);
    }

    @EachDatabase
    void sg05SurvivesANewStart(Database database) {
        Signal told = new Ledger(database).one(draft("a").withEvidence(List.of("trace:1")));

        assertThat(new Ledger(database).open()).containsExactly(told);
    }

    @EachDatabase
    void sg06KeepsASignalThatWasToldAgainSinceItWasSeen(Database database) {
        Ledger ledger = new Ledger(database);
        Signal seen = ledger.one(draft("a"));
        ledger.tell(draft("a"));

        assertThat(ledger.signals.consume(List.of(seen), "run-1")).isEmpty();
        assertThat(ledger.signals.consume(ledger.open(), "run-1")).containsExactly(seen.id());
        assertThat(ledger.open()).isEmpty();
    }

    @EachDatabase
    void sg07LetsExpiredSignalsVanish(Database database) {
        Ledger ledger = new Ledger(database);
        Signal told = ledger.one(draft("a"));

        ledger.clock.pass(SignalFamily.AWARENESS_SIGNAL.retention().minusSeconds(1));
        assertThat(ledger.open()).hasSize(1);
        ledger.clock.pass(Duration.ofSeconds(1));

        assertThat(ledger.open()).isEmpty();
        assertThat(ledger.signals.families("p1")).isEmpty();
        assertThat(ledger.state(told)).hasToString("EXPIRED");
        assertThat(ledger.one(draft("a")).mergedCount()).as("a new one").isEqualTo(1);
        assertThat(ledger.state(told)).hasToString("EXPIRED");
    }

    @EachDatabase
    void sg08KeepsEachFamilyForItsTime(Database database) {
        Ledger ledger = new Ledger(database);
        Map<SignalFamily, Integer> minutes = Map.of(
                SignalFamily.URGENT_INTERRUPT, 30,
                SignalFamily.FOCUS_STATE, 60,
                SignalFamily.OPEN_LOOP_PRESSURE, 360,
                SignalFamily.CORRECTION_LEARNING, 1440,
                SignalFamily.MENTIONS, 120);

        minutes.forEach((family, kept) -> assertThat(ledger.one(SignalDraft.of("home", family, SignalSource.API, "x")
                                .forProfile("p1"))
                        .expiresAt())
                .isEqualTo(ledger.now().plus(Duration.ofMinutes(kept))));
    }

    @EachDatabase
    void sg09JoinsEvidenceReasonAndPayloadOfMerges(Database database) {
        Ledger ledger = new Ledger(database);
        ledger.tell(draft("first")
                .withFingerprint("f")
                .withEvidence(List.of("trace:1", "trace:2"))
                .withPayload(Map.of("a", "1", "b", "1")));
        ledger.clock.pass(Duration.ofMinutes(5));

        Signal merged = ledger.one(draft("second")
                .withFingerprint("f")
                .withEvidence(List.of("trace:2", "trace:3"))
                .withPayload(Map.of("b", "2")));

        assertThat(merged.evidence()).containsExactly("trace:1", "trace:2", "trace:3");
        assertThat(merged.reason()).isEqualTo("second");
        assertThat(merged.payload()).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(merged.lastSeenAt()).isEqualTo(ledger.now());
        assertThat(merged.firstSeenAt()).isEqualTo(ledger.now().minus(Duration.ofMinutes(5)));
        assertThat(merged.expiresAt())
                .isEqualTo(ledger.now().plus(merged.family().retention()));
    }

    @EachDatabase
    void mergesWithinOneSubmissionAsOneAfterTheOther(Database database) {
        Ledger ledger = new Ledger(database);

        List<Receipt> receipts = ledger.signals.submit(List.of(draft("a"), draft("b"), draft("a")));

        assertThat(receipts).extracting(Receipt::merged).containsExactly(0, 0, 1);
        assertThat(receipts.get(0).signals()).isEqualTo(receipts.get(2).signals());
        assertThat(ledger.open()).extracting(Signal::mergedCount).containsExactlyInAnyOrder(1, 2);
    }

    @EachDatabase
    void keepsOwnWorkApartFromWhatOthersTell(Database database) {
        Ledger ledger = new Ledger(database);
        Signal others = ledger.one(draft("a").withFingerprint("f"));

        Signal own = ledger.one(draft("a").withFingerprint("f").withOrigin("e1"));

        assertThat(own.origin()).isEqualTo("e1");
        assertThat(own.id()).isNotEqualTo(others.id());
        assertThat(ledger.signals.consume(List.of(others), "run-1"))
                .as("own work does not refresh it")
                .hasSize(1);
    }

    @EachDatabase
    void showsTheLastSeenFirst(Database database) {
        Ledger ledger = new Ledger(database);
        for (String reason : List.of("a", "b", "c")) {
            ledger.tell(draft(reason));
            ledger.clock.pass(Duration.ofSeconds(1));
        }
        ledger.tell(draft("a"));

        assertThat(ledger.signals.open("p1", 2)).extracting(Signal::reason).containsExactly("a", "c");
        assertThat(ledger.signals.open("p2", 10)).isEmpty();
    }

    @EachDatabase
    void refusesAWholeSubmissionForOneThatDoesNotFit(Database database) {
        Ledger ledger = new Ledger(database);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ledger.signals.submit(List.of(draft("a"), draft("b").forProfile("nobody"))))
                .withMessage("drafts[1]: profileId must name a profile, got 'nobody'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.tell(draft("a").forProfile("p3")))
                .withMessageContaining("workspaceId must be that of profile 'p3'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.signals.submit(Collections.nCopies(1001, draft("a"))));
        assertThat(ledger.open()).isEmpty();
    }

    @EachDatabase
    void takesAThousandAtOnce(Database database) {
        Ledger ledger = new Ledger(database, Map.of("family_limit", 2000));
        List<SignalDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            drafts.add(draft("number " + i));
        }

        assertThat(ledger.signals.submit(drafts)).hasSize(1000);
        assertThat(ledger.open()).hasSize(1000);
    }
}

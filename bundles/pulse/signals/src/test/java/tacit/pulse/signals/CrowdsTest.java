package tacit.pulse.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.pulse.signals.Ledger.draft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Signals.FamilyCount;
import tacit.api.pulse.Urgency;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

class CrowdsTest {

    private static void tell(Ledger ledger, int from, int to) {
        List<SignalDraft> drafts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            drafts.add(draft("file " + i + " changed").withEvidence(List.of("file:" + i)));
        }
        ledger.signals.submit(drafts);
    }

    @EachDatabase
    void sg11JoinsACrowdInOneSignalOfItsFamily(Database database) {
        Ledger ledger = new Ledger(database, Map.of("family_limit", 10));
        tell(ledger, 0, 8);
        tell(ledger, 8, 500);
        ledger.tell(draft("the disk is full").withUrgency(Urgency.CRITICAL, 1));

        List<Signal> open = ledger.open();
        Signal family = open.stream()
                .filter(signal -> signal.fingerprint().startsWith("family:"))
                .findFirst()
                .orElseThrow();
        assertThat(open).hasSize(11);
        assertThat(family.mergedCount()).isEqualTo(491);
        assertThat(family.urgency()).isEqualTo(Urgency.CRITICAL);
        assertThat(family.reason()).isEqualTo("Many of awareness_signal, told 491 times, such as: the disk is full");
        assertThat(family.payload()).containsEntry("told", "491").containsEntry("strongest.1", "1.00 the disk is full");
        assertThat(family.payload()).hasSize(1 + FamilySignal.MOST_REASONS);
        assertThat(family.evidence()).hasSize(Merge.MOST_EVIDENCE);
    }

    @EachDatabase
    void losesNoCountOfACrowd(Database database) {
        Ledger ledger = new Ledger(database, Map.of("family_limit", 10));
        tell(ledger, 0, 700);

        assertThat(ledger.signals.families("p1"))
                .containsExactly(new FamilyCount(SignalFamily.AWARENESS_SIGNAL, 11, 700, .5));
    }

    @EachDatabase
    void mergesWhatHasItsOwnSignalInACrowdToo(Database database) {
        Ledger ledger = new Ledger(database, Map.of("family_limit", 3));
        tell(ledger, 0, 20);

        assertThat(ledger.one(draft("file 1 changed").withEvidence(List.of("file:1")))
                        .mergedCount())
                .isEqualTo(2);
    }

    @EachDatabase
    void boundsEachFamilyOfEachProfileByItself(Database database) {
        Ledger ledger = new Ledger(database, Map.of("family_limit", 3));
        tell(ledger, 0, 20);

        ledger.tell(SignalDraft.of("home", SignalFamily.MENTIONS, SignalSource.API, "hello")
                .forProfile("p1"));
        ledger.tell(draft("file 30 changed").forProfile("p2"));

        assertThat(ledger.signals.families("p1"))
                .extracting(FamilyCount::family)
                .containsExactlyInAnyOrder(SignalFamily.AWARENESS_SIGNAL, SignalFamily.MENTIONS);
        assertThat(ledger.signals.open("p2", 10)).extracting(Signal::reason).containsExactly("file 30 changed");
    }

    @EachDatabase
    void boundsAllFamiliesOfAProfileByTheSettingOfItsWorkspace(Database database) {
        Ledger ledger = new Ledger(database);
        ledger.settings.with("home", CoreSetting.SIGNALS_OPEN, "4");
        tell(ledger, 0, 3);
        ledger.signals.submit(List.of(mention("one"), mention("two"), mention("three")));
        ledger.tell(SignalDraft.of("other", SignalFamily.MENTIONS, SignalSource.API, "elsewhere")
                .forProfile("p3"));

        assertThat(ledger.open())
                .extracting(Signal::reason)
                .containsExactlyInAnyOrder(
                        "file 0 changed",
                        "file 1 changed",
                        "file 2 changed",
                        "one",
                        "Many of mentions, told 2 times, such as: two");
        assertThat(ledger.signals.open("p3", 10)).extracting(Signal::reason).containsExactly("elsewhere");
    }

    private static SignalDraft mention(String words) {
        return SignalDraft.of("home", SignalFamily.MENTIONS, SignalSource.API, words)
                .forProfile("p1");
    }

    @EachDatabase
    void aSettingThatChangedCountsAfterFiveMinutes(Database database) {
        Ledger ledger = new Ledger(database);
        tell(ledger, 0, 3);
        ledger.settings.with("home", CoreSetting.SIGNALS_OPEN, "3");
        ledger.clock.pass(Limits.ANEW.minusSeconds(1));
        tell(ledger, 3, 4);
        assertThat(ledger.open()).hasSize(4);

        ledger.clock.pass(Duration.ofSeconds(1));
        assertThat(ledger.one(draft("file 5 changed")).fingerprint()).startsWith("family:");
    }

    @EachDatabase
    void hasRoomAgainAfterTheCrowdWasDealtWith(Database database) {
        Ledger ledger = new Ledger(database, Map.of("family_limit", 3));
        tell(ledger, 0, 20);
        ledger.signals.consume(ledger.open(), "run-1");
        ledger.clock.pass(Duration.ofMinutes(1));

        assertThat(ledger.one(draft("file 1 changed")).fingerprint()).doesNotStartWith("family:");
    }

    @EachDatabase
    void staysBoundedOverANewStart(Database database) {
        tell(new Ledger(database, Map.of("family_limit", 5)), 0, 20);
        Ledger again = new Ledger(database, Map.of("family_limit", 5));

        tell(again, 20, 40);

        assertThat(again.open()).hasSize(6);
        assertThat(again.signals.families("p1").get(0).told()).isEqualTo(40);
    }
}

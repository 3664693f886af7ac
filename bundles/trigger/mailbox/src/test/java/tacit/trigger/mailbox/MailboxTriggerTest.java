package tacit.trigger.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerIngress.Request;
import tacit.api.pulse.Urgency;

class MailboxTriggerTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final TriggerConfiguration MAIL = new TriggerConfiguration("mail", "mailbox", "w1", null, Map.of());

    private final MailboxTrigger trigger = new MailboxTrigger();

    private List<SignalDraft> read(String body) {
        Request request = new Request(Map.of(), body.replace('~', '"'));
        return trigger.read(MAIL, new TriggerIngress(NOON, null, Map.of(), request, List.of()))
                .signals();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{~event~:~sync~,~messages~:4}|AWARENESS_SIGNAL|MEDIUM|.62",
                "{~event~:~thread_summarized~}|AWARENESS_SIGNAL|LOW|.55",
                "{~event~:~draft_created~}|MEMORY_DRIFT|LOW|.58",
                "{~event~:~commitments_extracted~,~commitments~:[1]}|OPEN_LOOP_PRESSURE|MEDIUM|.72",
                "{~event~:~commitments_extracted~,~commitments~:[1,2]}|OPEN_LOOP_PRESSURE|HIGH|.72",
                "{~event~:~commitment_updated~,~status~:~done~}|MAINTENANCE|LOW|.7",
                "{~event~:~commitment_updated~,~status~:~open~}|OPEN_LOOP_PRESSURE|MEDIUM|.7",
                "{~event~:~action_applied~}|MAINTENANCE|LOW|.64",
                "{~event~:~contact_researched~}|AWARENESS_SIGNAL|LOW|.52"
            })
    void tr04WeighsWhatAMailboxTells(String body, SignalFamily family, Urgency urgency, double confidence) {
        SignalDraft draft = read(body).get(0);

        assertThat(draft.family()).isEqualTo(family);
        assertThat(draft.urgency()).isEqualTo(urgency);
        assertThat(draft.confidence()).isEqualTo(confidence);
        assertThat(draft.source()).isEqualTo(SignalSource.HOOK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~stale~:true|OPEN_LOOP_PRESSURE|HIGH",
                "~needsReply~:true,~cleanup~:true|OPEN_LOOP_PRESSURE|HIGH",
                "~commitments~:2|OPEN_LOOP_PRESSURE|HIGH",
                "~cleanup~:true|SUGGESTION_AGING|MEDIUM",
                "~stale~:false|AWARENESS_SIGNAL|LOW"
            })
    void tr05WeighsAThreadByWhatItNeeds(String said, SignalFamily family, Urgency urgency) {
        SignalDraft draft = read("{~event~:~thread_classified~,~threadId~:~t1~,~confidence~:0.8," + said + "}")
                .get(0);

        assertThat(draft.family()).isEqualTo(family);
        assertThat(draft.urgency()).isEqualTo(urgency);
        assertThat(draft.confidence()).isEqualTo(.8);
        assertThat(draft.fingerprint()).isEqualTo("mailbox:mail:thread_classified:t1");
    }

    @Test
    void tellsOfTheSubjectAndOfNoOtherWords() {
        SignalDraft draft = read("{~event~:~draft_created~,~threadId~:~t9~,~subject~:~Your\\noffer~,~account~:~work~,"
                        + "~text~:~Dear Ada, the secret is out~}")
                .get(0);

        assertThat(draft.reason()).isEqualTo("Mail drafted: Your offer");
        assertThat(draft.payload()).isEqualTo(Map.of("event", "draft_created", "thread", "t9", "account", "work"));
    }

    @Test
    void readsSeveralEvents() {
        assertThat(read("{~events~:[{~event~:~sync~},{~event~:~draft_created~}]}"))
                .extracting(SignalDraft::fingerprint)
                .containsExactly("mailbox:mail:sync", "mailbox:mail:draft_created");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "s3cret",
                "{}",
                "{~event~:~s3cret~}",
                "{~events~:[7]}",
                "{~events~:[{~event~:~sync~},{~event~:~s3cret~}]}",
                "{~event~:~sync~} s3cret"
            })
    void refusesWhatItCannotReadWithoutQuotingIt(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void refusesTooManyEvents() {
        String many = "{~event~:~sync~},".repeat(101);

        assertThatThrownBy(() -> read("{~events~:[" + many.substring(0, many.length() - 1) + "]}"))
                .hasMessage("events must be at most 100, got 101");
    }

    @Test
    void takesRequestsAndNoOptions() {
        TriggerConfiguration wrong = new TriggerConfiguration("mail", "mailbox", "w1", null, Map.of("x", "y"));

        assertThat(trigger.plan(MAIL).requests()).isTrue();
        assertThat(trigger.plan(MAIL).problems()).isEmpty();
        assertThat(trigger.plan(wrong).problems()).hasSize(1);
        assertThat(trigger.read(wrong, new TriggerIngress(NOON, null, Map.of("a", "b"), null, List.of()))
                        .memory())
                .containsEntry("a", "b");
    }
}

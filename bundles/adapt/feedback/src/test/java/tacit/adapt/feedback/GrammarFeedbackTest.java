package tacit.adapt.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.adapt.FeedbackEffects;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Decision;
import tacit.api.adapt.GivenFeedback.Kind;
import tacit.api.adapt.GivenFeedback.Reason;
import tacit.api.adapt.UserCorrection;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.SourceText;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserMessage;
import tacit.api.store.Scope;
import tacit.api.trace.OutcomeLabel;

class GrammarFeedbackTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final GrammarFeedback reader = new GrammarFeedback();

    @Test
    void takesAThumbUpForASuccessThatCounts() {
        FeedbackEffects effects = read(Decision.ACCEPTED, null, null, Kind.TASK);

        assertThat(effects.outcome()).isEqualTo(OutcomeLabel.SUCCESS);
        assertThat(effects.use()).isEqualTo(OutcomeLabel.SUCCESS);
        assertThat(effects.remembered()).isEqualTo("Decision of the user on the task: accepted");
        assertThat(effects.style()).isFalse();
        assertThat(effects.mistake()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "too_verbose, NEUTRAL, UNKNOWN, true",
        "wrong_tone, NEUTRAL, UNKNOWN, true",
        "incorrect, FAILURE, FAILURE, false",
        "ignored_instructions, FAILURE, FAILURE, false",
        "unsafe, FAILURE, FAILURE, false"
    })
    void mapsEachReasonByItsWord(String word, OutcomeLabel outcome, OutcomeLabel use, boolean style) {
        FeedbackEffects effects = read(Decision.REJECTED, word, null, Kind.MESSAGE);

        assertThat(effects.reason()).isEqualTo(word);
        assertThat(effects.outcome()).isEqualTo(outcome);
        assertThat(effects.use()).isEqualTo(use);
        assertThat(effects.style()).isEqualTo(style);
        assertThat(effects.mistake()).isEqualTo(word);
    }

    @Test
    void judgesAWholeTaskThatOnlyReadsBadlyAsTheUserDid() {
        FeedbackEffects effects = read(Decision.REJECTED, "too_verbose", null, Kind.TASK);

        assertThat(effects.outcome()).isEqualTo(OutcomeLabel.FAILURE);
        assertThat(effects.use()).isEqualTo(OutcomeLabel.UNKNOWN);
    }

    @Test
    void joinsReasonAndNote() {
        FeedbackEffects effects = read(Decision.REJECTED, "incorrect", "The port is 5433", Kind.MESSAGE);

        assertThat(effects.words()).isEqualTo("incorrect: The port is 5433");
        assertThat(effects.wish()).isEqualTo("The port is 5433");
        assertThat(effects.remembered()).endsWith("rejected: incorrect: The port is 5433");
    }

    @ParameterizedTest
    @EnumSource(names = {"INCORRECT", "IGNORED_INSTRUCTIONS", "UNSAFE"})
    void makesNoWishOfAReasonThatNobodyCouldFollow(Reason reason) {
        assertThat(read(Decision.REJECTED, reason.word(), null, Kind.MESSAGE).wish())
                .isEmpty();
    }

    @Test
    void readsFreeTextWhereNoWordOfReasonIsGiven() {
        FeedbackEffects effects = read(Decision.REJECTED, "wrong library", null, Kind.MESSAGE);

        assertThat(effects.reason()).isEmpty();
        assertThat(effects.outcome()).isEqualTo(OutcomeLabel.FAILURE);
        assertThat(effects.wish()).isEqualTo("wrong library");
    }

    @ParameterizedTest
    @ValueSource(strings = {"far too long", "viel zu lang", "demasiado largo", "trop de détails"})
    void tellsHowAnAnswerReadsFromWhatItSays(String words) {
        FeedbackEffects effects = read(Decision.REJECTED, words, null, Kind.MESSAGE);

        assertThat(effects.outcome()).isEqualTo(OutcomeLabel.NEUTRAL);
        assertThat(effects.use()).isEqualTo(OutcomeLabel.UNKNOWN);
    }

    @Test
    void makesACorrectionOfANote() {
        FeedbackEffects effects =
                read(Decision.REJECTED, "incorrect", "I said staging, not production. Thanks.", Kind.MESSAGE);

        assertThat(effects.corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.right()).isEqualTo("staging");
            assertThat(correction.believed()).isEqualTo("production");
            assertThat(correction.words()).isEqualTo("I said staging, not production.");
            assertThat(correction.scope()).isEqualTo(MemoryScope.ofUser("nora"));
            assertThat(correction.evidence()).containsExactly(Evidence.of(Evidence.Kind.TRACE, "t1"));
        });
    }

    @Test
    void keepsTheWordsOfACorrectionThatItDoesNotUnderstand() {
        assertThat(read(Decision.EDIT, "incorrect", "The port is 5433", Kind.MESSAGE)
                        .corrections())
                .singleElement()
                .satisfies(correction -> {
                    assertThat(correction.words()).isEqualTo("The port is 5433");
                    assertThat(correction.right()).isEmpty();
                });
        assertThat(read(Decision.ACCEPTED, null, "The port is 5433", Kind.MESSAGE)
                        .corrections())
                .isEmpty();
    }

    @Test
    void countsAnEditAsNeitherGoodNorBadAndRemembersWhatToAvoid() {
        FeedbackEffects effects = read(Decision.EDIT, "Names the wrong customer", null, Kind.MESSAGE);

        assertThat(effects.outcome()).isEqualTo(OutcomeLabel.NEUTRAL);
        assertThat(effects.use()).isEqualTo(OutcomeLabel.UNKNOWN);
        assertThat(effects.mistake()).isEqualTo("Names the wrong customer");
    }

    @Test
    void learnsNothingFromWhoGoesOn() {
        FeedbackEffects effects = read(Decision.NEXT, "too_verbose", "shorter", Kind.MESSAGE);

        assertThat(effects.outcome()).isEqualTo(OutcomeLabel.UNKNOWN);
        assertThat(effects.use()).isEqualTo(OutcomeLabel.UNKNOWN);
        assertThat(effects.style()).isFalse();
        assertThat(effects.wish()).isEmpty();
        assertThat(effects.remembered()).isEmpty();
        assertThat(effects.mistake()).isNull();
        assertThat(effects.corrections()).isEmpty();
    }

    @Test
    void cutsWhatIsToBeAvoidedToOneLine() {
        String mistake = read(Decision.REJECTED, "a\nb " + "c".repeat(300), null, Kind.MESSAGE)
                .mistake();

        assertThat(mistake).hasSize(220).startsWith("a b ").endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no, use tabs", "that's wrong", "not like that", "Nein, nimm Tabs", "c'est faux", "wrong file"})
    void cr01FindsCorrectionsInMessages(String text) {
        assertThat(reader.corrections(message(text, TrustLane.STATEMENT))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"you should have a look", "no use case here", "He wrote \"no, use tabs\" there"})
    void cr02FindsNoCorrectionInMessagesWithoutOne(String text) {
        assertThat(reader.corrections(message(text, TrustLane.STATEMENT))).isEmpty();
    }

    @Test
    void cr03SaysWhatWasBelievedWhatIsRightAndWhereThatStands() {
        String text = "Thanks. I said staging, not production. Go on.";

        assertThat(reader.corrections(message(text, TrustLane.STATEMENT)))
                .containsExactly(new UserCorrection(
                        "production",
                        "staging",
                        "I said staging, not production.",
                        MemoryScope.ofUser("nora"),
                        List.of(new Evidence(Evidence.Kind.SPAN, "t1/c0", 8, 39))));
    }

    @Test
    void takesNobodyElsesWordsForACorrection() {
        assertThat(reader.corrections(message("no, use tabs", TrustLane.FOREIGN)))
                .isEmpty();
    }

    private static UserMessage message(String text, TrustLane lane) {
        return new UserMessage(
                "default", "nora", NOON, "Nowhere/Land", "t1", new SourceText(text, Evidence.Kind.SPAN, "t1/c0", lane));
    }

    private FeedbackEffects read(Decision decision, @Nullable String reason, @Nullable String note, Kind kind) {
        return reader.read(
                SCOPE, new GivenFeedback("f1", "nora", "t1", null, decision, reason, note, kind, null, NOON));
    }
}

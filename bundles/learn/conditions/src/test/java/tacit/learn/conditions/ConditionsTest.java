package tacit.learn.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.guard.CallHistory;
import tacit.api.guard.CallStep;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardKind;
import tacit.api.guard.GuardQuestion;
import tacit.api.guard.ToolCall;
import tacit.api.guard.ToolRole;

class ConditionsTest {

    private static final ToolCall FIND = call("find_parcel", "name", "Ada");
    private static final ToolCall SEND = call("send_parcel", "parcel", "P77");

    @Test
    void seesAValueThatNobodyWrote() {
        CallStep wish = CallStep.user("Please send parcel P77");

        assertThat(holds(GuardKind.UNSEEN_VALUE, call("send_parcel", "parcel", "P78"), wish))
                .isTrue();
        assertThat(holds(GuardKind.UNSEEN_VALUE, SEND, wish)).isFalse();
        assertThat(holds(GuardKind.UNSEEN_VALUE, SEND, CallStep.result(FIND, "{\"id\": \"p77\"}")))
                .isFalse();
        assertThat(holds(GuardKind.UNSEEN_VALUE, SEND, CallStep.agent("It is P777")))
                .isTrue();
    }

    @Test
    void seesNumbersHoweverTheyAreWritten() {
        CallStep price = CallStep.agent("That makes 1,250 crowns and 3.5 more");

        assertThat(holds(GuardKind.UNSEEN_VALUE, call("pay", "sum", 1250L), price))
                .isFalse();
        assertThat(holds(GuardKind.UNSEEN_VALUE, call("pay", "sum", 1250.0), price))
                .isFalse();
        assertThat(holds(GuardKind.UNSEEN_VALUE, call("pay", "sum", 3.50), price))
                .isFalse();
        assertThat(holds(GuardKind.UNSEEN_VALUE, call("pay", "sum", 125L), price))
                .isTrue();
    }

    @Test
    void takesTheNumberOfACodeForTheCode() {
        CallStep words = CallStep.user("Use my card 48213, on the 24th");

        assertThat(holds(GuardKind.UNSEEN_VALUE, call("pay", "with", "card_48213"), words))
                .isFalse();
        assertThat(holds(GuardKind.UNSEEN_VALUE, call("pay", "on", "2031-03-24"), words))
                .isTrue();
    }

    @Test
    void looksIntoListsAndMapsButNotIntoProse() {
        ToolCall nested = call("send_parcel", "parcels", List.of(Map.of("id", "P79")));
        ToolCall prose = call("note", "text", "The user wants to have the parcel tomorrow at noon");
        ToolCall nothing = call("send_parcel", "to", null);
        ToolCall flag = call("send_parcel", "fast", true);

        assertThat(holds(GuardKind.UNSEEN_VALUE, nested)).isTrue();
        assertThat(holds(GuardKind.UNSEEN_VALUE, prose)).isFalse();
        assertThat(holds(GuardKind.UNSEEN_VALUE, nothing)).isFalse();
        assertThat(holds(GuardKind.UNSEEN_VALUE, flag)).isFalse();
    }

    @Test
    void seesASecondChangeThatWasNotPutBeforeTheUser() {
        CallStep proposal = CallStep.agent("Shall I send P76?");
        CallStep yes = CallStep.user("Yes");
        CallStep first = CallStep.result(call("send_parcel", "parcel", "P76"), "sent");

        assertThat(holds(GuardKind.UNAGREED_WRITE, SEND, proposal, yes, first)).isTrue();
        assertThat(holds(GuardKind.UNAGREED_WRITE, SEND, proposal, yes)).isFalse();
        assertThat(holds(GuardKind.UNAGREED_WRITE, SEND, proposal, yes, first, CallStep.user("Go on")))
                .isFalse();
        assertThat(holds(GuardKind.UNAGREED_WRITE, SEND, CallStep.agent("P76 and P77?"), yes, first))
                .isFalse();
        assertThat(holds(GuardKind.UNAGREED_WRITE, SEND, proposal, yes, CallStep.result(FIND, "P77")))
                .isFalse();
    }

    @Test
    void seesATryAfterAFailureThatTheUserWasNotTold() {
        CallStep failure = CallStep.result(SEND, "Error: no such parcel");
        ToolCall other = call("send_parcel", "parcel", "P78");

        assertThat(holds(GuardKind.RETRY_WITHOUT_USER, other, CallStep.user("Send it"), failure))
                .isTrue();
        assertThat(holds(GuardKind.RETRY_WITHOUT_USER, other, failure, CallStep.user("Then P78")))
                .isFalse();
        assertThat(holds(GuardKind.RETRY_WITHOUT_USER, other, CallStep.result(SEND, "sent")))
                .isFalse();
    }

    @Test
    void tellsARepeatedFailureFromARepeatedCall() {
        CallStep failure = CallStep.result(SEND, "{\"error\": \"closed\"}");
        CallStep success = CallStep.result(SEND, "sent");
        CallStep reported = new CallStep(CallStep.Speaker.TOOL, "closed", SEND, true);

        assertThat(holds(GuardKind.REPEATED_FAILURE, SEND, failure)).isTrue();
        assertThat(holds(GuardKind.REPEATED_FAILURE, SEND, reported)).isTrue();
        assertThat(holds(GuardKind.REPEATED_FAILURE, SEND, success)).isFalse();
        assertThat(holds(GuardKind.REPEATED_CALL, SEND, success)).isTrue();
        assertThat(holds(GuardKind.REPEATED_CALL, call("send_parcel", "parcel", "P78"), success))
                .isFalse();
        assertThat(holds(GuardKind.REPEATED_CALL, call("store_parcel", "parcel", "P77"), success))
                .isFalse();
    }

    @Test
    void seesAChangeAfterALookUpThatFailedOrFoundNothing() {
        assertThat(holds(GuardKind.AFTER_FAILED_READ, SEND, CallStep.result(FIND, "Error: not found")))
                .isTrue();
        assertThat(holds(GuardKind.AFTER_FAILED_READ, SEND, CallStep.result(SEND, "Error: closed")))
                .isFalse();
        assertThat(holds(GuardKind.AFTER_EMPTY_READ, SEND, CallStep.result(FIND, "[]")))
                .isTrue();
        assertThat(holds(GuardKind.AFTER_EMPTY_READ, SEND, CallStep.result(FIND, "")))
                .isFalse();
        assertThat(holds(GuardKind.AFTER_EMPTY_READ, SEND, CallStep.result(FIND, "[\"P77\"]")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yes please", "OK", "Ja, genau", "oui", "Sí, claro", "Bien sûr"})
    void hearsAgreement(String message) {
        assertThat(holds(GuardKind.UNCONFIRMED, SEND, CallStep.user(message))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"What does it cost?", "No", "Nein", ""})
    void hearsNoAgreement(String message) {
        assertThat(holds(GuardKind.UNCONFIRMED, SEND, CallStep.user("Yes"), CallStep.user(message)))
                .isTrue();
    }

    @Test
    void missesACallThatWasNotMadeOrFailed() {
        GuardCondition condition = GuardCondition.missing("find_parcel", ToolRole.WRITE, "send_parcel");

        assertThat(conditions(SEND).holds(condition)).isTrue();
        assertThat(conditions(SEND, CallStep.result(FIND, "Error: down")).holds(condition))
                .isTrue();
        assertThat(conditions(SEND, CallStep.result(FIND, "P77")).holds(condition))
                .isFalse();
        assertThat(conditions(FIND).holds(condition)).isFalse();
    }

    @Test
    void concernsTheToolOrElseTheRole() {
        GuardCondition writes = GuardCondition.of(GuardKind.UNSEEN_VALUE, ToolRole.WRITE);
        GuardCondition reads = GuardCondition.of(GuardKind.UNSEEN_VALUE, ToolRole.READ);
        GuardCondition other = GuardCondition.of(GuardKind.UNSEEN_VALUE, ToolRole.WRITE, "store_parcel");

        assertThat(conditions(SEND).holding(List.of(reads, writes, other))).containsExactly(writes);
        assertThat(conditions(FIND).holding(List.of(reads, writes, other))).containsExactly(reads);
    }

    @ParameterizedTest
    @ValueSource(strings = {"get_user", "listFiles", "search", "mcp__crm__find_contact", "calculate", "Read"})
    void knowsWhatReadsByItsVerb(String tool) {
        assertThat(ToolRoles.byName(tool)).isEqualTo(ToolRole.READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update_user", "cancel", "getter_setup", "transfer", "mcp__get__delete_row", "_", "x1"})
    void takesWhatItDoesNotKnowForAChange(String tool) {
        assertThat(ToolRoles.byName(tool)).isEqualTo(ToolRole.WRITE);
    }

    @Test
    void believesWhatTheAgentDeclares() {
        ToolCall declared = new ToolCall("send_parcel", Map.of(), ToolRole.READ);

        assertThat(ToolRoles.of(declared)).isEqualTo(ToolRole.READ);
    }

    private static boolean holds(GuardKind kind, ToolCall call, CallStep... before) {
        return conditions(call, before).holds(GuardCondition.of(kind, ToolRoles.of(call)));
    }

    private static Conditions conditions(ToolCall call, CallStep... before) {
        List<CallStep> steps = new ArrayList<>(Arrays.asList(before));
        return Conditions.of(new GuardQuestion(call, new CallHistory(steps)));
    }

    private static ToolCall call(String tool, String name, @Nullable Object value) {
        Map<String, @Nullable Object> arguments = new HashMap<>();
        arguments.put(name, value);
        return ToolCall.of(tool, arguments);
    }
}

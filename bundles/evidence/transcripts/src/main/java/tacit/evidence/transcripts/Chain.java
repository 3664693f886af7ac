package tacit.evidence.transcripts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One conversation inside a session, the main one or that of a called agent: what was said and not yet answered, the model
 * call under way, and the tool calls that wait for results. Confined to one thread.
 */
final class Chain {

    private final Session session;
    private final String parentId;
    private final List<Map<String, Object>> said = new ArrayList<>();
    private final Map<String, ToolCall> open = new LinkedHashMap<>();
    private final List<ToolCall> callsOfTurn = new ArrayList<>();
    private @Nullable ChatTurn turn;
    private @Nullable Step lastStep;
    private @Nullable Instant lastAt;

    Chain(Session session, String parentId) {
        this.session = session;
        this.parentId = parentId;
    }

    /** Ends the model call under way with what the user says. */
    void said(String text, @Nullable Instant at) {
        turn = null;
        callsOfTurn.clear();
        said.add(GenAiMessages.message("user", List.of(GenAiMessages.text(text)), null));
        lastAt = at;
    }

    void interrupted(@Nullable Instant at) {
        if (lastStep != null) {
            lastStep.interrupted(at);
        }
    }

    @Nullable
    ChatTurn turn() {
        return turn;
    }

    void endTurn() {
        turn = null;
    }

    /** The model call of this id, begun if it is a new one. */
    ChatTurn turn(String id, @Nullable Instant at) {
        ChatTurn current = turn;
        if (current == null || !current.id().equals(id)) {
            Instant started = lastAt != null && (at == null || !lastAt.isAfter(at)) ? lastAt : at;
            current = session.add(new ChatTurn(session.freeId(id), parentId, session.nextPosition(), started, said));
            said.clear();
            callsOfTurn.clear();
            turn = current;
            lastStep = current;
        }
        current.ended(at);
        lastAt = at;
        return current;
    }

    ToolCall call(String callId, String name, @Nullable String input, @Nullable Instant at) {
        Step.Place place = new Step.Place(session.freeId(callId), parentId, session.nextPosition(), at);
        ToolCall call = session.add(new ToolCall(place, callId, name, input));
        open.put(callId, call);
        callsOfTurn.add(call);
        lastStep = call;
        return call;
    }

    /** The call that waits for this result, which then waits no more; null when none does. */
    @Nullable
    ToolCall answered(String callId, @Nullable Instant at) {
        lastAt = at;
        return open.remove(callId);
    }

    /** Leaves out the calls at the very end that have no result yet: their spans could never be completed later. */
    void close() {
        callsOfTurn.stream().filter(call -> !call.answered()).forEach(session::remove);
    }
}

package tacit.surface.channels;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.channel.ChannelMessage;
import tacit.api.channel.OpenMessage.State;
import tacit.api.channel.Transmission;
import tacit.api.trace.OutcomeLabel;

/**
 * A message from the moment that it is durable until its answer is out. Immutable.
 *
 * @param id of the message on this host
 * @param channel where it came in
 * @param state where it stands
 * @param message as the channel read it
 * @param traceId the run that it is
 * @param receivedAt when it came
 * @param attempts how often the present step failed
 * @param nextAt when it is tried next; of one that waits for an operator since when, null where nobody knows
 * @param error why it could not be done; null when nothing went wrong
 * @param answer null until there is one
 * @param sent how many transmissions of the answer are out
 */
record Ticket(
        String id,
        String channel,
        State state,
        ChannelMessage message,
        String traceId,
        Instant receivedAt,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable String error,
        @Nullable Answer answer,
        int sent) {

    /**
     * What goes back.
     *
     * @param text as it goes out, in one piece
     * @param agent who answered
     * @param outcome how the agent says that it went
     * @param at when
     * @param transmissions what is sent, in order
     */
    record Answer(String text, String agent, OutcomeLabel outcome, Instant at, List<Transmission> transmissions) {

        Answer {
            Objects.requireNonNull(text, "text");
            transmissions = List.copyOf(transmissions);
        }
    }

    static Ticket taken(String id, String channel, ChannelMessage message, String traceId, Instant at) {
        return new Ticket(id, channel, State.TAKEN, message, traceId, at, 0, at, null, null, 0);
    }

    Ticket answered(Answer given) {
        return new Ticket(id, channel, State.ANSWERED, message, traceId, receivedAt, 0, given.at(), null, given, 0);
    }

    /** In another state, with nothing known to be wrong. */
    Ticket now(State next) {
        return new Ticket(id, channel, next, message, traceId, receivedAt, attempts, nextAt, null, answer, sent);
    }

    /** One more transmission is out. */
    Ticket sentOne() {
        return new Ticket(id, channel, State.ANSWERED, message, traceId, receivedAt, 0, nextAt, null, answer, sent + 1);
    }

    /** The same step once more, later. */
    Ticket later(State step, String why, Instant when) {
        return new Ticket(id, channel, step, message, traceId, receivedAt, attempts + 1, when, why, answer, sent);
    }

    /** Waits for an operator from then on. */
    Ticket stopped(State next, String why, Instant when) {
        return new Ticket(id, channel, next, message, traceId, receivedAt, attempts, when, why, answer, sent);
    }

    /** From where it was stopped, as if nothing had been tried. */
    Ticket again(Instant when) {
        State step = answer == null ? State.TAKEN : State.ANSWERED;
        return new Ticket(id, channel, step, message, traceId, receivedAt, 0, when, null, answer, sent);
    }

    boolean waitsForAnOperator() {
        return state == State.KEPT || state == State.FAILED;
    }

    /** Messages of one conversation are answered in their order. */
    String conversation() {
        return channel + ":" + message.sessionId();
    }

    /** The next transmission; null when all are out. */
    @Nullable
    Transmission next() {
        return answer == null || sent >= answer.transmissions().size()
                ? null
                : answer.transmissions().get(sent);
    }
}

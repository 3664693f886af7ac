package tacit.surface.channels;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import tacit.api.channel.ChannelAgent;
import tacit.api.channel.ChannelAnswer;
import tacit.api.channel.ChannelTurn;

/** Answers as a test wants. */
final class FakeAgent implements ChannelAgent {

    final List<ChannelTurn> turns = new CopyOnWriteArrayList<>();
    volatile Function<ChannelTurn, ChannelAnswer> answers = turn -> ChannelAnswer.of("You wrote: " + turn.message());

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public ChannelAnswer answer(ChannelTurn turn) {
        turns.add(turn);
        return answers.apply(turn);
    }
}

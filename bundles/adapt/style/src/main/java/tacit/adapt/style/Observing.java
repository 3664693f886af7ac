package tacit.adapt.style;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.StyleFeedback;
import tacit.api.adapt.StyleMessage;
import tacit.api.adapt.StyleObservation;
import tacit.api.adapt.StyleReview;

/** Adds messages and feedback to what is known of a user, each once. Confined to one call. */
final class Observing {

    private final StyleState state;
    private final Adapting adapting;
    private final Instant now;

    Observing(StyleState state, StyleState workspace, int mostPerWeek, Instant now) {
        this.state = state;
        this.adapting = new Adapting(state, workspace, mostPerWeek);
        this.now = now;
    }

    StyleObservation messages(@Nullable String channel, List<StyleMessage> messages) {
        int counted = 0;
        int ignored = 0;
        for (StyleMessage message :
                messages.stream().sorted(Comparator.comparing(StyleMessage::at)).toList()) {
            Optional<Observed> look = Observed.of(message);
            if (look.isEmpty()) {
                ignored++;
            } else if (state.count(Digests.of("message:" + message.id()))) {
                counted++;
                Section section = state.section(channel);
                section.add(look.get());
                adapting.adapt(section, state.moment(Digests.millis(message.at()), now));
            }
        }
        int known = messages.size() - counted - ignored;
        return new StyleObservation(true, counted, known, ignored, adapting.changes());
    }

    StyleObservation feedback(@Nullable String channel, StyleFeedback feedback, Reading reading) {
        if (!state.count(Digests.of("feedback:" + feedback.id()))) {
            return new StyleObservation(true, 0, 1, 0, List.of());
        }
        Instant at = state.moment(Digests.millis(feedback.at()), now);
        Section section = state.section(channel);
        reading.reviews()
                .forEach(reason -> section.add(new StyleReview(reason, section.named(), feedback.evidence(), at)));
        reading.wishes().forEach(wish -> adapting.note(section, new Signal(wish, at, feedback.evidence(), false)));
        adapting.adapt(section, at);
        return new StyleObservation(true, 1, 0, 0, adapting.changes());
    }
}

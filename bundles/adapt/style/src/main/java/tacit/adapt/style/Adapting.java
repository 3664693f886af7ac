package tacit.adapt.style;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tacit.api.adapt.StyleChange;
import tacit.api.adapt.StyleDimension;

/** Shifts a style by what is known of a user: wishes first, then how their messages look. Confined to one call. */
final class Adapting {

    /** From here on a signal is strong enough. */
    static final double THRESHOLD = 0.6;

    /** So long a wish waits for its turn, and speaks against messages that look otherwise. */
    static final Duration REMEMBERED = Duration.ofDays(28);

    private static final Duration BETWEEN = Duration.ofMinutes(5);
    private static final int MOST_EVIDENCE = 10;

    private final StyleState state;
    private final Inheritance view;
    private final int mostPerWeek;
    private final List<StyleChange> changes = new ArrayList<>();

    Adapting(StyleState state, StyleState workspace, int mostPerWeek) {
        this.state = state;
        this.view = new Inheritance(state, workspace);
        this.mostPerWeek = mostPerWeek;
    }

    List<StyleChange> changes() {
        return changes;
    }

    /** Notes a wish; it takes the place of those for the contrary that still wait. */
    void note(Section section, Signal signal) {
        section.signals()
                .removeIf(other -> !other.spent()
                        && other.dimension() == signal.dimension()
                        && other.wish().direction() != signal.wish().direction());
        section.signals().add(signal);
    }

    /** Shifts what is to be shifted at a time, as far as the week allows. */
    void adapt(Section section, Instant at) {
        section.signals().removeIf(signal -> signal.at().isBefore(at.minus(REMEMBERED)));
        boolean heard = false;
        for (StyleDimension dimension : wished(section)) {
            heard |= allowed(at) && hear(section, dimension, at);
        }
        if (!heard && allowed(at) && rested(at)) {
            look(section, at);
        }
    }

    private boolean allowed(Instant at) {
        return state.shiftsOfTheWeek(at) < mostPerWeek;
    }

    private boolean rested(Instant at) {
        return state.lastShift()
                .filter(last -> !last.plus(BETWEEN).isBefore(at))
                .isEmpty();
    }

    /** Dimensions that somebody wishes something of, the longest waiting first. */
    private static List<StyleDimension> wished(Section section) {
        if (section.signals().isEmpty()) {
            return List.of();
        }
        return section.signals().stream()
                .filter(signal -> !signal.spent())
                .sorted(Comparator.comparing(Signal::at))
                .map(Signal::dimension)
                .distinct()
                .toList();
    }

    private boolean hear(Section section, StyleDimension dimension, Instant at) {
        List<Signal> waiting = section.signals().stream()
                .filter(signal -> !signal.spent() && signal.dimension() == dimension)
                .toList();
        double strength =
                waiting.stream().mapToDouble(signal -> signal.wish().strength()).sum();
        if (strength < THRESHOLD) {
            return false;
        }
        Signal last = waiting.get(waiting.size() - 1);
        section.signals().replaceAll(signal -> waiting.contains(signal) ? signal.asSpent() : signal);
        List<String> evidence =
                waiting.stream().flatMap(signal -> signal.evidence().stream()).toList();
        return shift(section, last.wish(), StyleChange.FEEDBACK, evidence, at);
    }

    private void look(Section section, Instant at) {
        for (Wish wish : Patterns.in(section.look(), view.level(section.channel(), StyleDimension.EMOJI_USAGE))) {
            double strength = wish.strength() - contrary(section, wish);
            boolean open = !isSet(section, wish.dimension());
            if (open
                    && strength >= THRESHOLD
                    && shift(section, wish, StyleChange.MESSAGE_PATTERN, newest(section), at)) {
                return;
            }
        }
    }

    /** How clearly somebody said the opposite of what messages look like. */
    private static double contrary(Section section, Wish wish) {
        return section.signals().stream()
                .map(Signal::wish)
                .filter(said -> said.dimension() == wish.dimension() && said.direction() != wish.direction())
                .mapToDouble(Wish::strength)
                .max()
                .orElse(0);
    }

    /** What somebody set is shifted by their words only. */
    private boolean isSet(Section section, StyleDimension dimension) {
        return section.baseline().containsKey(dimension)
                || state.find(Section.EVERYWHERE)
                        .filter(all -> all.baseline().containsKey(dimension))
                        .isPresent();
    }

    private static List<String> newest(Section section) {
        List<Observed> window = section.window();
        return window.subList(Math.max(0, window.size() - MOST_EVIDENCE), window.size()).stream()
                .map(Observed::evidence)
                .distinct()
                .toList();
    }

    /** False where the scale ends. */
    private boolean shift(Section section, Wish wish, String why, List<String> evidence, Instant at) {
        StyleDimension dimension = wish.dimension();
        String from = view.level(section.channel(), dimension);
        int place = dimension.levels().indexOf(from) + wish.direction();
        if (place < 0 || place >= dimension.levels().size()) {
            return false;
        }
        long step = state.begin(List.of(section));
        String to = dimension.levels().get(place);
        section.levels().put(dimension, to);
        StyleChange change = new StyleChange(
                step,
                section.named(),
                dimension,
                from,
                to,
                why + wish.name(),
                evidence.subList(0, Math.min(MOST_EVIDENCE, evidence.size())),
                at);
        state.add(change);
        state.shifted(at);
        changes.add(change);
        return true;
    }
}

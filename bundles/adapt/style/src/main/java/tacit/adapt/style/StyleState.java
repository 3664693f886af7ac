package tacit.adapt.style;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.StyleChange;
import tacit.api.adapt.StyleDimension;

/** All that is known of the style of a user, or of a workspace. Confined to one call. */
final class StyleState {

    /** More than a history shows, so that what was shown is there again after that many steps back. */
    private static final int LONGEST_HISTORY = 200;

    private static final int MOST_SEEN = 1000;
    private static final int MOST_SECTIONS = 50;
    private static final Duration WEEK = Duration.ofDays(7);

    /**
     * How a section stood before a step. Immutable.
     *
     * @param step the step
     * @param channel of the section
     * @param levels its own
     * @param baseline what was set
     */
    record Before(long step, String channel, Map<StyleDimension, String> levels, Map<StyleDimension, String> baseline) {

        Before {
            levels = Map.copyOf(levels);
            baseline = Map.copyOf(baseline);
        }
    }

    private final SortedMap<String, Section> sections = new TreeMap<>();
    private final List<StyleChange> history = new ArrayList<>();
    private final List<Before> before = new ArrayList<>();
    private final List<Instant> shifts = new ArrayList<>();
    private final Set<Long> seen = new LinkedHashSet<>();
    private Instant latest = Instant.EPOCH;
    private long step;

    /** The section of a channel; what holds everywhere for one channel too many. */
    Section section(@Nullable String channel) {
        String name = channel == null ? Section.EVERYWHERE : channel;
        if (!sections.containsKey(name) && sections.size() >= MOST_SECTIONS) {
            name = Section.EVERYWHERE;
        }
        return sections.computeIfAbsent(name, Section::new);
    }

    Optional<Section> find(String channel) {
        return Optional.ofNullable(sections.get(channel));
    }

    Collection<Section> sections() {
        return sections.values();
    }

    /** Those that are meant by a channel: all of them by none. */
    List<Section> meant(@Nullable String channel) {
        return channel == null
                ? List.copyOf(sections.values())
                : find(channel).map(List::of).orElse(List.of());
    }

    List<StyleChange> history() {
        return history;
    }

    List<Before> before() {
        return before;
    }

    List<Instant> shifts() {
        return shifts;
    }

    Set<Long> seen() {
        return seen;
    }

    Instant latest() {
        return latest;
    }

    long step() {
        return step;
    }

    void stand(Instant time, long steps) {
        latest = time;
        step = steps;
    }

    /** The time of something that is said to be of one: never before what was there already, never in the future. */
    Instant moment(Instant at, Instant now) {
        Instant past = at.isAfter(now) ? now : at;
        latest = past.isAfter(latest) ? past : latest;
        return latest;
    }

    /** False when it counted before. */
    boolean count(long id) {
        boolean first = seen.add(id);
        if (seen.size() > MOST_SEEN) {
            seen.remove(seen.iterator().next());
        }
        return first;
    }

    /** Begins a step that changes sections. */
    long begin(List<Section> changed) {
        step++;
        changed.forEach(one -> before.add(new Before(step, one.channel(), one.levels(), one.baseline())));
        return step;
    }

    void add(StyleChange change) {
        history.add(change);
        if (history.size() > LONGEST_HISTORY) {
            history.remove(0);
        }
        long oldest = history.get(0).step();
        before.removeIf(one -> one.step() < oldest);
    }

    /** Notes that messages or feedback shifted a level; what is older than a week limits nothing any more. */
    void shifted(Instant at) {
        shifts.removeIf(one -> !one.isAfter(at.minus(WEEK)));
        shifts.add(at);
    }

    int shiftsOfTheWeek(Instant at) {
        return (int) shifts.stream().filter(one -> one.isAfter(at.minus(WEEK))).count();
    }

    Optional<Instant> lastShift() {
        return shifts.isEmpty() ? Optional.empty() : Optional.of(shifts.get(shifts.size() - 1));
    }
}

package tacit.adapt.style;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.StyleChange;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleSetting;

/** Steps that people take: set, undo, reset. Confined to one call. */
final class Steps {

    /** Whoever takes a guess back does not want it made again soon. */
    private static final double UNDONE = 1;

    private final StyleState state;
    private final Inheritance view;
    private final Instant at;

    Steps(StyleState state, Inheritance view, Instant at) {
        this.state = state;
        this.view = view;
        this.at = at;
    }

    List<StyleChange> set(Section section, List<StyleSetting> settings, List<String> evidence) {
        Map<StyleDimension, String> levels = new EnumMap<>(StyleDimension.class);
        settings.forEach(setting -> levels.put(setting.dimension(), setting.level()));
        Map<StyleDimension, String> before = held(section);
        List<StyleDimension> changed = levels.keySet().stream()
                .filter(one -> !Objects.equals(section.levels().get(one), levels.get(one))
                        || !Objects.equals(section.baseline().get(one), levels.get(one)))
                .toList();
        Map<Section, List<StyleDimension>> learnt = learntElsewhere(section, levels.keySet());
        Map<Section, Map<StyleDimension, String>> stood = new LinkedHashMap<>();
        learnt.keySet().forEach(other -> stood.put(other, held(other)));
        List<Section> touched = new ArrayList<>(List.of(section));
        touched.addAll(learnt.keySet());
        long step = changed.isEmpty() && learnt.isEmpty() ? 0 : state.begin(touched);
        section.levels().putAll(levels);
        section.baseline().putAll(levels);
        learnt.forEach((other, dimensions) -> other.levels().keySet().removeAll(dimensions));
        List<StyleChange> changes = new ArrayList<>();
        changed.forEach(one -> changes.add(entry(step, section, one, before, StyleChange.SET, evidence)));
        learnt.forEach((other, dimensions) -> dimensions.forEach(one -> changes.add(entry(
                step,
                other,
                one,
                Objects.requireNonNull(stood.get(other)),
                StyleChange.RESET_TO_INHERITED,
                evidence))));
        return changes;
    }

    /** What was learnt on channels and nobody set there gives way to what somebody sets for everywhere. */
    private Map<Section, List<StyleDimension>> learntElsewhere(Section section, Set<StyleDimension> set) {
        Map<Section, List<StyleDimension>> learnt = new LinkedHashMap<>();
        for (Section other : state.sections()) {
            List<StyleDimension> some = set.stream()
                    .filter(one ->
                            other.levels().containsKey(one) && !other.baseline().containsKey(one))
                    .toList();
            if (section.named() == null && other.named() != null && !some.isEmpty()) {
                learnt.put(other, some);
            }
        }
        return learnt;
    }

    /** Back to what was set, or to what is inherited, with nothing observed. */
    List<StyleChange> reset(List<Section> sections, List<String> evidence) {
        Map<Section, Map<StyleDimension, String>> before = new LinkedHashMap<>();
        sections.forEach(section -> before.put(section, held(section)));
        Map<Section, List<StyleDimension>> changed = new LinkedHashMap<>();
        sections.forEach(section -> changed.put(section, adapted(section)));
        boolean any = changed.values().stream().anyMatch(some -> !some.isEmpty());
        long step = any ? state.begin(sections) : 0;
        sections.forEach(section -> section.stand(section.baseline(), section.baseline()));
        sections.forEach(Section::forget);
        List<StyleChange> changes = new ArrayList<>();
        changed.forEach((section, dimensions) -> {
            Map<StyleDimension, String> stood = Objects.requireNonNull(before.get(section));
            for (StyleDimension one : dimensions) {
                boolean set = section.baseline().containsKey(one);
                String reason = set ? StyleChange.RESET : StyleChange.RESET_TO_INHERITED;
                changes.add(entry(step, section, one, stood, reason, evidence));
            }
        });
        return changes;
    }

    private static List<StyleDimension> adapted(Section section) {
        return section.levels().keySet().stream()
                .filter(one -> !Objects.equals(
                        section.baseline().get(one), section.levels().get(one)))
                .toList();
    }

    private StyleChange entry(
            long step,
            Section section,
            StyleDimension dimension,
            Map<StyleDimension, String> before,
            String reason,
            List<String> evidence) {
        StyleChange change = new StyleChange(
                step,
                section.named(),
                dimension,
                Objects.requireNonNull(before.get(dimension)),
                view.level(section.channel(), dimension),
                reason,
                evidence,
                at);
        state.add(change);
        return change;
    }

    private Map<StyleDimension, String> held(Section section) {
        Map<StyleDimension, String> held = new EnumMap<>(StyleDimension.class);
        for (StyleDimension dimension : StyleDimension.values()) {
            held.put(dimension, view.level(section.channel(), dimension));
        }
        return held;
    }

    /** Takes the last step of a channel back, of all of them without one. */
    List<StyleChange> undo(@Nullable String channel) {
        List<StyleChange> meant = state.history().stream()
                .filter(change -> channel == null || channel.equals(change.channel()))
                .toList();
        if (meant.isEmpty()) {
            return List.of();
        }
        long step = meant.get(meant.size() - 1).step();
        List<StyleChange> undone =
                meant.stream().filter(change -> change.step() == step).toList();
        state.history().removeAll(undone);
        List<StyleState.Before> stood = state.before().stream()
                .filter(one -> one.step() == step && (channel == null || channel.equals(one.channel())))
                .toList();
        stood.forEach(one -> state.section(one.channel()).stand(one.levels(), one.baseline()));
        state.before().removeAll(stood);
        undone.stream().filter(StyleChange::adapted).forEach(this::remember);
        return undone;
    }

    private void remember(StyleChange undone) {
        StyleDimension dimension = undone.dimension();
        int direction =
                dimension.levels().indexOf(undone.from()) > dimension.levels().indexOf(undone.to()) ? 1 : -1;
        Signal unwanted = new Signal(new Wish(dimension, direction, UNDONE, "undone"), at, List.of(), true);
        state.section(undone.channel()).signals().add(unwanted);
    }
}

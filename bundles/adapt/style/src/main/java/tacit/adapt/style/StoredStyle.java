package tacit.adapt.style;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.Governed;
import tacit.api.adapt.StateStore;
import tacit.api.adapt.Style;
import tacit.api.adapt.StyleChange;
import tacit.api.adapt.StyleFeedback;
import tacit.api.adapt.StyleMessage;
import tacit.api.adapt.StyleObservation;
import tacit.api.adapt.StyleSetting;
import tacit.api.adapt.StyleStats;
import tacit.api.adapt.StyleStats.Window;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/** Follows users by rules; no model takes part. Stateless. */
@Component(
        property = {
            Role.PROPERTY + "=style",
            Governed.PROPERTY + "=adaptiveStyleEnabled|enabled|{max.drift.per.week} in seven days|style.adapt",
            Governed.PROPERTY + "=adaptiveStyleMaxDriftPerWeek|max.drift.per.week||style.adapt"
        })
@Designate(ocd = StoredStyle.Config.class)
public final class StoredStyle implements AdaptiveStyleEngine {

    private static final int MOST_PER_WEEK = 50;
    private static final int LONGEST_CHANNEL = 100;

    /** Whether and how fast a style follows. */
    @ObjectClassDefinition(name = "Tacit adaptive style")
    public @interface Config {

        @AttributeDefinition(name = "Enabled", description = "Whether messages and feedback are looked at at all")
        boolean enabled() default false;

        @AttributeDefinition(
                name = "Most shifts in seven days",
                description = "By how many levels a user's style may shift in any seven days, in [0, 50]",
                min = "0",
                max = "50")
        int max_drift_per_week() default 1;
    }

    private final StyleDocuments documents;
    private final Clock clock;
    private final boolean enabled;
    private final int mostPerWeek;

    @Activate
    public StoredStyle(@Reference StateStore store, @Reference Clock clock, Config config) {
        if (config.max_drift_per_week() < 0 || config.max_drift_per_week() > MOST_PER_WEEK) {
            throw new IllegalArgumentException(
                    "max.drift.per.week must be in [0, " + MOST_PER_WEEK + "], got " + config.max_drift_per_week());
        }
        documents = new StyleDocuments(store);
        this.clock = clock;
        enabled = config.enabled();
        mostPerWeek = config.max_drift_per_week();
    }

    @Override
    public StyleObservation observe(Scope scope, @Nullable String channel, List<StyleMessage> messages) {
        String place = place(userScope(scope), channel);
        if (!enabled || messages.isEmpty()) {
            return enabled ? new StyleObservation(true, 0, 0, 0, List.of()) : StyleObservation.OFF;
        }
        StyleState workspace = documents.workspace(scope);
        return documents.change(scope, state -> observing(state, workspace).messages(place, messages));
    }

    @Override
    public List<StyleChange> foresee(Scope scope, @Nullable String channel, List<StyleMessage> messages) {
        String place = place(userScope(scope), channel);
        return enabled && !messages.isEmpty()
                ? observing(documents.read(scope), documents.workspace(scope))
                        .messages(place, messages)
                        .changes()
                : List.of();
    }

    @Override
    public StyleObservation observeFeedback(Scope scope, @Nullable String channel, StyleFeedback feedback) {
        String place = place(userScope(scope), channel);
        if (!enabled) {
            return StyleObservation.OFF;
        }
        Reading reading = Reading.of(feedback);
        if (reading.saysNothing()) {
            return new StyleObservation(true, 0, 0, 1, List.of());
        }
        StyleState workspace = documents.workspace(scope);
        return documents.change(scope, state -> observing(state, workspace).feedback(place, feedback, reading));
    }

    private Observing observing(StyleState state, StyleState workspace) {
        return new Observing(state, workspace, mostPerWeek, now());
    }

    @Override
    public Style style(Scope scope, @Nullable String channel) {
        StyleState user = scope.userId() == null ? null : documents.read(scope);
        return new Inheritance(user, documents.workspace(scope)).style(scope.userId(), name(channel));
    }

    @Override
    public List<StyleChange> getAdaptationHistory(Scope scope, @Nullable String channel, int limit) {
        if (limit < 1 || limit > LONGEST_HISTORY) {
            throw new IllegalArgumentException("limit must be in [1, " + LONGEST_HISTORY + "], got " + limit);
        }
        String place = place(scope, channel);
        List<StyleChange> all = documents.read(scope).history().stream()
                .filter(change -> place == null || place.equals(change.channel()))
                .toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    @Override
    public StyleStats getObservationStats(Scope scope, @Nullable String channel) {
        StyleState state = documents.read(scope);
        List<Section> meant = state.meant(place(scope, channel));
        Instant now = now();
        return new StyleStats(
                enabled,
                meant.stream().mapToLong(Section::total).sum(),
                state.shiftsOfTheWeek(now.isAfter(state.latest()) ? now : state.latest()),
                mostPerWeek,
                state.lastShift().orElse(null),
                meant.stream()
                        .filter(section -> section.lastMessage().isPresent())
                        .max(Comparator.comparing(
                                section -> section.lastMessage().orElseThrow()))
                        .map(Section::look)
                        .orElse(Window.EMPTY));
    }

    @Override
    public List<StyleChange> set(
            Scope scope, @Nullable String channel, List<StyleSetting> settings, List<String> evidence) {
        long different =
                settings.stream().map(StyleSetting::dimension).distinct().count();
        if (settings.isEmpty() || different < settings.size()) {
            throw new IllegalArgumentException(
                    "settings must have at least one level and none of a dimension twice, got " + settings.size());
        }
        String place = place(scope, channel);
        return step(scope, (steps, state) -> steps.set(own(state, place), settings, evidence));
    }

    @Override
    public List<StyleChange> undo(Scope scope, @Nullable String channel) {
        String place = place(scope, channel);
        return step(scope, (steps, state) -> steps.undo(place));
    }

    @Override
    public List<StyleChange> reset(Scope scope, @Nullable String channel, List<String> evidence) {
        String place = place(scope, channel);
        return step(scope, (steps, state) -> steps.reset(state.meant(place), evidence));
    }

    private static Section own(StyleState state, @Nullable String place) {
        Section section = state.section(place);
        if (!Objects.equals(section.named(), place)) {
            throw new IllegalArgumentException("channel must be one that is known: the user has too many");
        }
        return section;
    }

    /** What somebody does with a style. */
    private interface Act {

        List<StyleChange> on(Steps steps, StyleState state);
    }

    private List<StyleChange> step(Scope scope, Act act) {
        StyleState wide = scope.userId() == null ? new StyleState() : documents.workspace(scope);
        return documents.change(scope, state -> {
            Inheritance view = scope.userId() == null ? new Inheritance(null, state) : new Inheritance(state, wide);
            Instant now = now();
            return act.on(new Steps(state, view, state.moment(now, now)), state);
        });
    }

    private static Scope userScope(Scope scope) {
        if (scope.userId() == null) {
            throw new IllegalArgumentException("scope must have a user: the style of a workspace follows nobody");
        }
        return scope;
    }

    /** The name of a channel, null for none; it means something with a user only. */
    private static @Nullable String place(Scope scope, @Nullable String channel) {
        String name = name(channel);
        if (name != null && scope.userId() == null) {
            throw new IllegalArgumentException("channel must come with a user: a workspace has one style");
        }
        return name;
    }

    static @Nullable String name(@Nullable String channel) {
        if (channel == null || channel.isBlank()) {
            return null;
        }
        String name = channel.strip().toLowerCase(Locale.ROOT);
        return name.length() > LONGEST_CHANNEL ? name.substring(0, LONGEST_CHANNEL) : name;
    }

    private Instant now() {
        return Digests.millis(clock.instant());
    }
}

package tacit.pulse.offers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.Dispatches;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.ScopedSettings;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.Suggestion.Response;
import tacit.api.reflect.Suggestion.State;
import tacit.api.store.Database;

/** What time does to suggestions that wait. Thread-safe. */
final class Aging {

    private final Database database;
    private final ScopedSettings settings;
    private final Responding responding;
    private final Clock clock;

    Aging(Database database, ScopedSettings settings, Responding responding, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.responding = responding;
        this.clock = clock;
    }

    int age(@Nullable Dispatches works) {
        int changed = 0;
        for (Suggestion suggestion : database.read(session -> new SuggestionRows(session).waiting())) {
            changed += age(suggestion, works) ? 1 : 0;
        }
        return changed;
    }

    /** Work that was made of one before the host stopped is found again by its key. */
    private boolean age(Suggestion suggestion, @Nullable Dispatches works) {
        Optional<PulseRun> run = Optional.ofNullable(works).flatMap(all -> all.ofKey(Acting.key(suggestion)));
        if (run.isPresent()) {
            return acted(suggestion, run.get()).isPresent();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!now.isBefore(suggestion.expiresAt())) {
            return ended(suggestion.id(), suggestion.response() == Response.IGNORED ? State.IGNORED : State.EXPIRED);
        }
        if (suggestion.state() == State.SNOOZED) {
            return database.write(session -> new SuggestionRows(session).wake(suggestion.id(), now));
        }
        return ignored(suggestion, now) && responding.ignore(suggestion, now).isPresent();
    }

    private boolean ignored(Suggestion suggestion, Instant now) {
        ScopedSettings.Subject subject =
                ScopedSettings.Subject.ofWorkspace(suggestion.draft().workspaceId());
        Duration wait = Duration.ofHours(Integer.parseInt(
                settings.resolve(CoreSetting.SUGGESTIONS_IGNORED.key(), subject).value()));
        return suggestion.response() == null
                && suggestion.surfacedAt() != null
                && !now.isBefore(suggestion.surfacedAt().plus(wait));
    }

    private boolean ended(String id, State state) {
        return database.write(session -> new SuggestionRows(session).end(id, state, null, null));
    }

    /** What became work without a word teaches nothing. */
    Optional<Suggestion> acted(Suggestion suggestion, @Nullable PulseRun run) {
        return database.write(session -> {
            SuggestionRows rows = new SuggestionRows(session);
            rows.end(suggestion.id(), State.ACTED, null, run == null ? null : run.id());
            return rows.find(suggestion.id());
        });
    }
}

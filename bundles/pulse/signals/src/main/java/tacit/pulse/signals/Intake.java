package tacit.pulse.signals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.SignalDraft;
import tacit.api.store.Database;

/** Takes drafts in, all or none. Thread-safe. */
final class Intake {

    private static final int MOST_ATTEMPTS = 5;

    private final Database database;
    private final AutomationProfiles profiles;
    private final Redactor redactor;
    private final Crowds crowds;
    private final Limits limits;
    private final Upkeep upkeep = new Upkeep();

    Intake(Database database, AutomationProfiles profiles, Redactor redactor, Crowds crowds, Limits limits) {
        this.database = database;
        this.profiles = profiles;
        this.redactor = redactor;
        this.crowds = crowds;
        this.limits = limits;
    }

    Outcome take(List<SignalDraft> drafts, Instant now) {
        boolean named = drafts.stream().allMatch(draft -> draft.profileId() != null);
        Interests interests = named ? Interests.NONE : Interests.read(database);
        List<Told> told = new Addressing(profiles, interests, redactor, now).told(drafts);
        if (told.isEmpty()) {
            return new Outcome(List.of(), Map.of());
        }
        Room room = crowds.room(told, now);
        Limits.Retention kept = upkeep.isDue(now) ? limits.retention(now) : null;
        Outcome outcome = again(() -> database.write(session -> {
            WaitingRows rows = new WaitingRows(session);
            if (kept != null) {
                Upkeep.run(rows, kept, now);
            }
            return new Submission(rows, room.copy(), now).run(told);
        }));
        outcome.added().forEach(crowds::added);
        return outcome;
    }

    private static <T> T again(Supplier<T> work) {
        int attempt = 1;
        while (true) {
            try {
                return work.get();
            } catch (ChangedMeanwhile quicker) {
                if (attempt++ >= MOST_ATTEMPTS) {
                    throw quicker;
                }
            }
        }
    }
}

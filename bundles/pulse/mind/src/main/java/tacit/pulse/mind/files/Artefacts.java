package tacit.pulse.mind.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionDesk.BrainMemory;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionSettings;
import tacit.api.reflect.ReflectionTarget;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.store.BacklogRows;
import tacit.pulse.mind.store.DreamRows;
import tacit.pulse.mind.store.EvidenceRows;
import tacit.pulse.mind.store.HypothesisRows;
import tacit.pulse.mind.store.JournalRows;
import tacit.pulse.mind.store.TargetRows;

/** Writes the files of a run and of what it changed, all of them taken from what is kept: again, they are the same. Thread-safe. */
@Component(service = Artefacts.class)
public final class Artefacts {

    /** Where all of them lie. */
    static final String ROOT = ".cowork/subconscious/";

    private static final int MEMORIES = 200;
    private static final int DAYS = 1;

    private final Mind mind;
    private final Shelf shelf;

    @Activate
    public Artefacts(@Reference Mind mind, @Reference Shelf shelf) {
        this.mind = mind;
        this.shelf = shelf;
    }

    /** A key as the name of a folder. */
    static String folder(String key) {
        return key.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    public void write(ReflectionSettings settings, ReflectionRun run) {
        String workspace = run.workspaceId();
        if (workspace == null || !shelf.has(workspace)) {
            return;
        }
        run(workspace, run);
        target(workspace, run);
        brain(workspace, run.profileId());
        if (settings.keeping().journal()) {
            journal(workspace, run.profileId(), run.createdAt());
            journal(workspace, run.profileId(), mind.now());
        }
    }

    private void run(String workspace, ReflectionRun run) {
        ReflectionRun.Whole whole = mind.read(session -> new ReflectionRun.Whole(
                run,
                new EvidenceRows(session).of(run.id()),
                new HypothesisRows(session).of(run.id()),
                new HypothesisRows(session).critiquesOf(run.id()),
                new BacklogRows(session).ofRun(run.id())));
        String folder = ROOT + "targets/" + folder(run.targetKey()) + "/runs/" + folder(run.id()) + "/";
        RunTexts.all(whole).forEach((name, text) -> shelf.put(workspace, run.profileId(), folder + name, text, false));
    }

    private void target(String workspace, ReflectionRun run) {
        String folder = ROOT + "targets/" + folder(run.targetKey()) + "/";
        String profile = run.profileId();
        List<ReflectionTarget> alike = mind.read(session -> new TargetRows(session).alike(workspace, run.targetKey()));
        shelf.put(workspace, profile, folder + "state.json", TargetTexts.state(alike), true);
        List<ReflectionBacklog> points = alike.stream()
                .flatMap(target ->
                        mind
                                .read(session -> new BacklogRows(session).ofTarget(target.profileId(), target.key()))
                                .stream())
                .toList();
        shelf.put(workspace, profile, folder + "backlog.md", TargetTexts.backlog(run.targetKey(), points), true);
        List<BrainMemory> memories = alike.stream()
                .flatMap(
                        target -> mind
                                .read(session ->
                                        new DreamRows(session).memories(target.profileId(), target.key(), MEMORIES))
                                .stream())
                .toList();
        shelf.put(workspace, profile, folder + "memory.jsonl", TargetTexts.memories(memories), true);
        Optional<DreamRows.Dream> dream = mind.read(session -> new DreamRows(session).newest(profile, run.targetKey()));
        dream.ifPresent(newest -> dream(workspace, profile, folder + "dreams/", newest));
    }

    private void dream(String workspace, String profile, String folder, DreamRows.Dream dream) {
        List<BrainMemory> memories = mind.read(session -> new DreamRows(session)
                .memories(profile, dream.targetKey(), MEMORIES).stream()
                        .filter(memory -> memory.at().equals(dream.at()))
                        .toList());
        String text = TargetTexts.dream(dream, memories);
        shelf.put(workspace, profile, folder + folder(dream.at() + "-" + dream.id()) + ".json", text, false);
        shelf.put(workspace, profile, folder + "latest.json", text, true);
    }

    private void brain(String workspace, String profile) {
        List<ReflectionTarget> targets = mind.read(session -> new TargetRows(session).list(profile));
        List<BrainMemory> memories = mind.read(session -> new DreamRows(session).memories(profile, null, MEMORIES));
        String folder = ROOT + "brain/" + folder(profile) + "/";
        shelf.put(workspace, profile, folder + "state.json", TargetTexts.state(targets), true);
        shelf.put(workspace, profile, folder + "memory.jsonl", TargetTexts.memories(memories), true);
    }

    private void journal(String workspace, String profile, Instant moment) {
        LocalDate day = moment.atZone(ZoneOffset.UTC).toLocalDate();
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant until = day.plusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<JournalRows.Entry> entries =
                mind.read(session -> new JournalRows(session).between(workspace, from, until));
        if (!entries.isEmpty()) {
            shelf.put(workspace, profile, ROOT + "journal/" + day + ".jsonl", TargetTexts.journal(entries), false);
        }
    }
}

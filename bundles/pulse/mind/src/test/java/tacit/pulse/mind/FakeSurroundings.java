package tacit.pulse.mind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.CoreSurface;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.CoreTraceDraft;
import tacit.api.pulse.CoreTraceKind;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.CoreTraces;
import tacit.api.pulse.LearningsLog;
import tacit.api.pulse.ScopedSettings;

/** What lies around reflection: profiles, settings, switches, traces, learnings, the audit log. */
public final class FakeSurroundings {

    public final Map<String, AutomationProfile> profiles = new HashMap<>(Map.of("ops", Rig.profile("ops")));
    public final List<String> steps = new ArrayList<>();
    public final List<String> ends = new ArrayList<>();
    public final List<String> learnt = new ArrayList<>();
    public final List<String> audited = new ArrayList<>();
    public final List<String> whyNot = new ArrayList<>();
    public final List<CoreTraceDraft> begun = new ArrayList<>();
    /** The ids of cycles that are there beside those of runs. */
    public final List<String> cycles = new ArrayList<>();

    public int ran;
    public String off = "";
    /** The step at which the host dies. */
    public String dies = "";

    private final Rig rig;

    FakeSurroundings(Rig rig) {
        this.rig = rig;
    }

    public AutomationProfiles profiles() {
        return new FakeProxy()
                .on("find", of -> Optional.ofNullable(profiles.get(of[0])))
                .on("list", of -> List.copyOf(profiles.values()))
                .as(AutomationProfiles.class);
    }

    ScopedSettings scoped() {
        return new FakeProxy()
                .on("resolve", of -> {
                    String key = String.valueOf(of[0]);
                    String usual = CoreSetting.find(key).orElseThrow().rule().usual();
                    return new ScopedSettings.Resolved(key, rig.settings.getOrDefault(key, usual), null, null);
                })
                .as(ScopedSettings.class);
    }

    CoreSwitches switches() {
        return new FakeProxy()
                .on("on", of -> off.isEmpty())
                .on("why", of -> off)
                .on("ran", of -> {
                    ran++;
                    ((List<?>) of[2]).forEach(line -> whyNot.add(String.valueOf(line)));
                    return null;
                })
                .as(CoreSwitches.class);
    }

    CoreTraces traces() {
        return new FakeProxy()
                .on("begin", of -> {
                    CoreTraceDraft draft = (CoreTraceDraft) of[0];
                    begun.add(draft);
                    return new CoreTrace(
                            "t-" + draft.runId(),
                            draft,
                            CoreTraceStatus.RUNNING,
                            null,
                            null,
                            null,
                            null,
                            null,
                            rig.now,
                            null);
                })
                .on("find", of -> cycles.contains(of[0]) ? Optional.of(cycle((String) of[0])) : Optional.empty())
                .on("step", of -> {
                    String type = String.valueOf(of[3]);
                    if (type.equals(dies)) {
                        throw new HostDied();
                    }
                    steps.add(type);
                    return null;
                })
                .on("end", of -> {
                    ends.add(of[1] + " " + of[2]);
                    return null;
                })
                .as(CoreTraces.class);
    }

    private CoreTrace.Whole cycle(String id) {
        CoreTraceDraft draft =
                new CoreTraceDraft("ops", "shop", null, CoreSurface.HEARTBEAT, CoreTraceKind.PULSE_CYCLE, id, null);
        CoreTrace trace =
                new CoreTrace(id, draft, CoreTraceStatus.RUNNING, null, null, null, null, null, rig.now, null);
        return new CoreTrace.Whole(trace, List.of(), List.of(), List.of());
    }

    LearningsLog learnings() {
        return new FakeProxy()
                .on("add", of -> {
                    learnt.add(of[2] + " " + of[4]);
                    return true;
                })
                .as(LearningsLog.class);
    }

    AuditLog audit() {
        return new FakeProxy()
                .on("write", of -> {
                    audited.add(of[1] + " " + of[2]);
                    return new AuditEntry(1, Instant.EPOCH, "test", "test", "test", Map.of());
                })
                .as(AuditLog.class);
    }

    /** No exception that anybody catches: what comes behind it never happens. */
    public static final class HostDied extends Error {

        private static final long serialVersionUID = 1L;
    }
}

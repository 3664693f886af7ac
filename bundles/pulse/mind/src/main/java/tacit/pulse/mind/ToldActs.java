package tacit.pulse.mind;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.ApprovalListener;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.pulse.mind.run.Notices;

/** Tells people of acts that were done without asking them, where they are to be told. Thread-safe. */
@Component
public final class ToldActs implements ApprovalListener {

    private final AutomationProfiles profiles;
    private final Governed governed;
    private final Notices notices;

    @Activate
    public ToldActs(@Reference AutomationProfiles profiles, @Reference Governed governed, @Reference Notices notices) {
        this.profiles = profiles;
        this.governed = governed;
        this.notices = notices;
    }

    @Override
    public void answered(Approval approval) {
        if (approval.decision().rule().equals(Approval.TOLD)) {
            profiles.find(approval.request().profileId()).ifPresent(profile -> tell(profile, approval));
        }
    }

    private void tell(AutomationProfile profile, Approval act) {
        notices.acted(profile, governed.of(profile, act.request().userId()).notices(), act);
    }
}

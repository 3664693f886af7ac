package tacit.surface.shell;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.ArchiveObservations;
import tacit.api.memory.ArchiveUpkeep;

/** The roles of the archive, which come and go with their bundle; what is missing is said. Thread-safe. */
@Component(service = ArchiveRoles.class)
public final class ArchiveRoles {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ArchiveMemory archive;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ArchiveUpkeep upkeep;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ArchiveObservations observations;

    ArchiveMemory archive() {
        return there(archive, "archive");
    }

    ArchiveUpkeep upkeep() {
        return there(upkeep, "upkeep of the archive");
    }

    ArchiveObservations observations() {
        return there(observations, "taking apart of the archive");
    }

    private static <T> T there(@Nullable T service, String what) {
        if (service == null) {
            throw new IllegalStateException("Cannot do it: there is no " + what + " at the moment");
        }
        return service;
    }
}

/** The inbox of approvals and earned autonomy. */
@NullMarked
package tacit.pulse.approvals;

import org.jspecify.annotations.NullMarked;

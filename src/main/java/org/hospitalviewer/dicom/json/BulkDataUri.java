package org.hospitalviewer.dicom.json;

import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.PixelDataLocation;

/** Gives the address under which a value can be fetched that does not stand in the JSON itself. */
@FunctionalInterface
public interface BulkDataUri {
    /** For answers without bulk data: such elements have a VR only. */
    BulkDataUri NONE = (dataSet, path, value) -> Optional.empty();

    /**
     * The address of a value.
     *
     * @param dataSet the whole data set
     * @param path    element within it, see {@link org.hospitalviewer.dicom.data.AttributePath}
     * @param value   where the value lies
     * @return URI, absolute or relative; empty when the value shall not be offered
     */
    Optional<String> of(Attributes dataSet, String path, PixelDataLocation value);
}

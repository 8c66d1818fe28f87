package org.hospitalviewer.dicomweb;

import org.hospitalviewer.dicom.image.DecodingMemory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What pictures made on the server may cost. */
@Configuration
class ImageConfiguration {

    /** The other half of the heap is for everything else. */
    @Bean
    DecodingMemory decodingMemory() {
        return new DecodingMemory(Runtime.getRuntime().maxMemory() / 2);
    }
}

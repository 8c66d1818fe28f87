package org.hospitalviewer.dicomweb;

import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.dicom.image.DecodingMemory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What pictures made on the server may cost. */
@Configuration
class ImageConfiguration {
    private static final long MAX_CACHE_BYTES = 512L << 20;

    /** Thumbnails take some 5 KB each. */
    @Bean
    PictureCache pictureCache(Home home) {
        return new PictureCache(home.cache().resolve("pictures"), MAX_CACHE_BYTES);
    }

    /** The other half of the heap is for everything else. */
    @Bean
    DecodingMemory decodingMemory() {
        return new DecodingMemory(Runtime.getRuntime().maxMemory() / 2);
    }
}

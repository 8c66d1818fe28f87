package org.hospitalviewer.dicomweb;

import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.dicom.image.DecodingMemory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What answers made on the server may cost. */
@Configuration
class ImageConfiguration {
    /** Thumbnails take some 5 KB each. */
    private static final long MAX_PICTURE_BYTES = 512L << 20;
    /** A series of 600 slices takes some 100 KB. */
    private static final long MAX_METADATA_BYTES = 128L << 20;

    @Bean
    Pictures pictures(DecodingMemory memory, Home home) {
        return new Pictures(memory, new DiskCache(home.cache().resolve("pictures"), MAX_PICTURE_BYTES));
    }

    @Bean
    MetadataCache metadataCache(Home home) {
        return new MetadataCache(new DiskCache(home.cache().resolve("metadata"), MAX_METADATA_BYTES));
    }

    /** The other half of the heap is for everything else. */
    @Bean
    DecodingMemory decodingMemory() {
        return new DecodingMemory(Runtime.getRuntime().maxMemory() / 2);
    }
}

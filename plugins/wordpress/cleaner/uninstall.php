<?php
// Removes what the plug-in stored. SPDX-License-Identifier: GPL-2.0-or-later

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'cleaner_settings' );
delete_post_meta_by_key( '_cleaner_result' );
delete_post_meta_by_key( '_cleaner_failure' );

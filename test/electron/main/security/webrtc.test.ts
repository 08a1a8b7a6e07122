import { expect } from 'vitest'
import * as rule from '#electron/main/security/webrtc.ts'
import { aPage } from './pages.ts'
import { secured } from './secured.ts'

secured(
  'electron/main/security/webrtc.ts',
  rule,
  {
    'a script opens a WebRTC channel, which no content policy holds, and sends what it reads by UDP': ({
      closeWebRtc,
    }) => {
      const { contents, policies } = aPage()
      closeWebRtc(contents)
      expect(policies).toEqual(['disable_non_proxied_udp'])
    },
  },
  {
    mutants: [
      ["'disable_non_proxied_udp'", "'default'"],
      ["'disable_non_proxied_udp'", "'default_public_interface_only'"],
      ["contents.setWebRTCIPHandlingPolicy('", "void ('"],
    ],
  },
)

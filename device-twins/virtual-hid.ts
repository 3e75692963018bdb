import type { HidBus, HidDeviceInfo, HidHandle, HidListener } from '../native-bridge/transport/hid-bus.ts'

/** A device that a test plugged into a virtual bus. */
export type VirtualHidDevice = {
  readonly path: string
  /** Sends an input report as the device would, report id first; tells nobody while no one listens. */
  readonly send: (report: Uint8Array) => void
  /** Output reports that were written, oldest first. */
  readonly written: readonly Uint8Array[]
  /** Feature reports that were sent to it, oldest first. */
  readonly features: readonly Uint8Array[]
  /** Answers each output report; what is returned comes as input reports. */
  answer: (report: Uint8Array) => readonly Uint8Array[]
  readonly isOpen: () => boolean
  /** Pulls the cable: whoever has it open is told, and it is no longer listed. */
  readonly unplug: () => void
}

/** A HID bus without hardware, at the same seam as the machine's own. */
export type VirtualHidBus = HidBus & {
  /** Plugs a device in under a path of its own; what is left out is 0 or empty. */
  readonly plugIn: (info: Partial<HidDeviceInfo>) => VirtualHidDevice
}

const NOTHING: Omit<HidDeviceInfo, 'path'> = {
  vendorId: 0,
  productId: 0,
  usagePage: 0,
  usage: 0,
  interfaceNumber: 0,
  manufacturer: '',
  product: '',
  serialNumber: '',
}

type Slot = { readonly info: HidDeviceInfo; readonly open: () => HidHandle }

function plug(info: HidDeviceInfo, onUnplug: () => void): Slot & { readonly device: VirtualHidDevice } {
  const written: Uint8Array[] = []
  const features: Uint8Array[] = []
  let opened = false
  let gone = false
  let listener: HidListener | undefined

  const alive = (): void => {
    if (gone) throw new Error('No such device')
  }
  const device: VirtualHidDevice = {
    path: info.path,
    send: (report) => listener?.onReport(Uint8Array.from(report)),
    written,
    features,
    answer: () => [],
    isOpen: () => opened,
    unplug: () => {
      if (gone) return
      gone = true
      onUnplug()
      const told = listener
      listener = undefined
      // the system tells later, never inside the call that pulled
      queueMicrotask(() => told?.onGone('could not read from HID device: No such device'))
    },
  }
  const handle: HidHandle = {
    listen: (next) => {
      listener = next
    },
    write: async (report) => {
      alive()
      written.push(Uint8Array.from(report))
      for (const reply of device.answer(report)) queueMicrotask(() => device.send(reply))
    },
    sendFeatureReport: async (report) => {
      alive()
      features.push(Uint8Array.from(report))
    },
    close: async () => {
      opened = false
      listener = undefined
    },
  }
  return {
    info,
    device,
    open: () => {
      alive()
      if (opened) throw new Error('Device or resource busy: EBUSY')
      opened = true
      return handle
    },
  }
}

/** Makes an empty bus. */
export function createVirtualHidBus(): VirtualHidBus {
  const slots = new Map<string, Slot>()
  let plugged = 0
  return {
    list: async () => [...slots.values()].map((slot) => slot.info),
    open: async (path) => {
      const slot = slots.get(path)
      if (slot === undefined)
        throw new Error(`Failed to open a device with path '${path}': No such file or directory`)
      return slot.open()
    },
    plugIn: (given) => {
      plugged += 1
      const path = given.path ?? `virtual-hid-${plugged}`
      const slot = plug({ ...NOTHING, ...given, path }, () => slots.delete(path))
      slots.set(path, slot)
      return slot.device
    },
  }
}
